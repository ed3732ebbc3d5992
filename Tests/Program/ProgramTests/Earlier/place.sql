BEGIN TRANSACTION;
CREATE TABLE about (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL,
    sum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO about VALUES('journal','2 474cfe120cd9312d',3078067018618049831);
INSERT INTO about VALUES('place.baseline.adv','0.5',2229241901564886000);
INSERT INTO about VALUES('place.baseline.help','0.4',1426607172097411382);
INSERT INTO about VALUES('place.baseline.safety','0.8',-9096281387005224529);
INSERT INTO about VALUES('place.chosen','1',1358517480988091012);
INSERT INTO about VALUES('place.descending','1',541091712342962652);
INSERT INTO about VALUES('place.expression','0',-3294214007653984817);
INSERT INTO about VALUES('place.filter','helpfulness > 0.05',-8760384513552533178);
INSERT INTO about VALUES('place.item','6abfea92653e6a64270fd2275edb4004',2932773864055432161);
INSERT INTO about VALUES('place.list','judged',-54383371823600913);
INSERT INTO about VALUES('place.order','helpfulness',6964042517260584513);
INSERT INTO about VALUES('place.row','0 364 77',225012064325994170);
INSERT INTO about VALUES('place.search','e',-376650309495897270);
INSERT INTO about VALUES('place.theta.adv','0.5',-7442368514477264104);
INSERT INTO about VALUES('place.theta.help','0.4',-4730566361115988422);
INSERT INTO about VALUES('place.theta.safety','0.6',-4357595517305612059);
INSERT INTO about VALUES('round.fields',replace('helpfulness=helpfulness\nid=id\nparent=parent\nprompt=prompt\nresponse=response\nsafety=safety','\n',char(10)),3758394756246378461);
INSERT INTO about VALUES('round.fingerprint','3279336952304614386',7872992109963984895);
INSERT INTO about VALUES('round.items','7',-623683719184604562);
INSERT INTO about VALUES('round.name','r.jsonl',6905714095376887001);
INSERT INTO about VALUES('rows','21',-645167803864932444);
INSERT INTO about VALUES('seed','9',-4488959982350787928);
CREATE TABLE journal (
    number INTEGER PRIMARY KEY,
    writer INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    time INTEGER NOT NULL,
    reviewer TEXT NOT NULL,
    event TEXT NOT NULL CHECK (event IN
        ('verdicts', 'thresholds', 'baseline', 'undo', 'redo', 'export', 'certificate')),
    verdict INTEGER,
    from_adv REAL, from_safety REAL, from_help REAL,
    to_adv REAL, to_safety REAL, to_help REAL,
    about_writer INTEGER, about_turn INTEGER,
    text TEXT, digest TEXT,
    sum INTEGER NOT NULL,
    UNIQUE (writer, turn)
) STRICT;
INSERT INTO journal VALUES(1,-490444620592000101,1,1795990314286,'ann','thresholds',NULL,0.5,0.8000000000000000444,0.4000000000000000222,0.5,0.59999999999999997779,0.4000000000000000222,NULL,NULL,NULL,NULL,-2746866841259948214);
INSERT INTO journal VALUES(2,-490444620592000101,2,1795990314633,'ann','verdicts',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,-7709414614957736908);
CREATE TABLE verdicts (
    number INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES journal (number),
    item BLOB NOT NULL CHECK (length(item) = 16),
    shard INTEGER NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,
    safety REAL NOT NULL, helpfulness REAL NOT NULL,
    theta_adv REAL NOT NULL, theta_safety REAL NOT NULL, theta_help REAL NOT NULL,
    bucket TEXT NOT NULL,
    answer TEXT NOT NULL,
    note TEXT,
    queue TEXT NOT NULL,
    seed INTEGER, u REAL,
    blind INTEGER NOT NULL,
    seconds REAL
) STRICT;
INSERT INTO verdicts VALUES(1,2,X'6abfea92653e6a64270fd2275edb4004',0,364,77,0.84999999999999997779,0.59999999999999997779,0.5,0.59999999999999997779,0.4000000000000000222,'accepted','unsafe',NULL,'list',NULL,NULL,0,0.42076063999957113992);
CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is never cut'); END;
CREATE TRIGGER verdicts_stay BEFORE UPDATE ON verdicts
    BEGIN SELECT RAISE(ABORT, 'verdicts are never changed'); END;
CREATE TRIGGER verdicts_are_kept BEFORE DELETE ON verdicts
    BEGIN SELECT RAISE(ABORT, 'verdicts are never cut'); END;
COMMIT;
PRAGMA application_id = 1920169521;
PRAGMA user_version = 2;
