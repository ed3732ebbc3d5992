// A JSON text of unknown shape as a list of its values, with numbers as they were written.
//
// Why this exists: simdjson is C++, and what servers answer has to be read with the digits that they sent: a score that went
// through a double and back may be spelled otherwise.
#ifndef C_JSON_TREE_H
#define C_JSON_TREE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    JSON_TREE_NULL = 0,
    JSON_TREE_FALSE,
    JSON_TREE_TRUE,
    JSON_TREE_NUMBER,  // text as it was written
    JSON_TREE_STRING,  // decoded text
    JSON_TREE_ARRAY,   // its elements follow it
    JSON_TREE_OBJECT   // its members follow it, each as a string, the key, and a value
};

enum { JSON_TREE_FINE = 0, JSON_TREE_BROKEN, JSON_TREE_DEEP, JSON_TREE_NO_MEMORY };

// Arrays and objects in one another may go this deep.
enum { JSON_TREE_DEPTH = 64 };

typedef struct {
    uint8_t kind;
    uint32_t count;  // elements or members
    const char *text;
    size_t length;
} json_tree_node;

typedef struct json_tree json_tree;

// NULL where memory is short.
json_tree *json_tree_create(void);
void json_tree_destroy(json_tree *tree);

// Reads a text that is one value. The nodes, each before those within it, are valid until the next call.
// Returns JSON_TREE_FINE or what is wrong; then there are no nodes, and `problem` is a clause about it.
int json_tree_read(
    json_tree *tree, const uint8_t *text, size_t length, const json_tree_node **nodes, size_t *count, const char **problem);

#ifdef __cplusplus
}
#endif
#endif
