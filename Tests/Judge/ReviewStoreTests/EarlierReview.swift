import TestSupport

/// A review as the first version of the file had it, made by that program: three items, a move, two verdicts, a note and
/// its undo.
enum EarlierReview {
    static let seed: UInt64 = 4_715_867_456_941_255_695
    static let version = 1

    /// Makes the file, without a log.
    static func make(_ path: String) throws {
        let run = try RunProgram("sqlite3", [path, sql])
        guard run.status == 0 else { throw WaitedInVain("a review of before", shown: run.errorText) }
    }

    static let sql = #"""
        BEGIN TRANSACTION;
        CREATE TABLE about (
            name TEXT PRIMARY KEY NOT NULL,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO about VALUES('place.baseline.adv','0.5');
        INSERT INTO about VALUES('place.baseline.help','0.4');
        INSERT INTO about VALUES('place.baseline.safety','0.8');
        INSERT INTO about VALUES('place.chosen','1');
        INSERT INTO about VALUES('place.descending','0');
        INSERT INTO about VALUES('place.expression','0');
        INSERT INTO about VALUES('place.item','2261d73252a92c792927f2e992707c31');
        INSERT INTO about VALUES('place.order','distance');
        INSERT INTO about VALUES('place.row','0 0 75');
        INSERT INTO about VALUES('place.theta.adv','0.5');
        INSERT INTO about VALUES('place.theta.help','0.4');
        INSERT INTO about VALUES('place.theta.safety','0.7');
        INSERT INTO about VALUES('round.fields',
            replace('helpfulness=helpfulness_score\nprompt=prompt\nresponse=response\nsafety=safety_score','\n',
            char(10)));
        INSERT INTO about VALUES('round.fingerprint','11773185340420179672');
        INSERT INTO about VALUES('round.items','3');
        INSERT INTO about VALUES('round.name','r.jsonl');
        INSERT INTO about VALUES('seed','4715867456941255695');
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
        INSERT INTO journal VALUES(1,-4901732324237550839,1,1795978028356,'ann','thresholds',NULL,0.5,
            0.8000000000000000444,0.4000000000000000222,0.5,0.69999999999999995559,0.4000000000000000222,NULL,
            NULL,NULL,NULL,-6357197942911121588);
        INSERT INTO journal VALUES(2,-4901732324237550839,2,1795978028388,'ann','verdicts',1,NULL,NULL,NULL,
            NULL,NULL,NULL,NULL,NULL,NULL,NULL,-5324183156081875280);
        INSERT INTO journal VALUES(3,-4901732324237550839,3,1795978028405,'ann','verdicts',2,NULL,NULL,NULL,
            NULL,NULL,NULL,NULL,NULL,NULL,NULL,-6839820265693023266);
        INSERT INTO journal VALUES(4,-4901732324237550839,4,1795978028409,'ann','verdicts',3,NULL,NULL,NULL,
            NULL,NULL,NULL,NULL,NULL,NULL,NULL,-3929560002628404904);
        INSERT INTO journal VALUES(5,-4901732324237550839,5,1795978028410,'ann','undo',NULL,NULL,NULL,NULL,NULL,
            NULL,NULL,-4901732324237550839,4,NULL,NULL,8254638775265892817);
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
        INSERT INTO verdicts VALUES(1,2,X'2261d73252a92c792927f2e992707c31',0,0,75,0.9000000000000000222,
            0.9000000000000000222,0.5,0.69999999999999995559,0.4000000000000000222,'accepted','unsafe',NULL,
            'list',NULL,NULL,0,0.039119677000144292833);
        INSERT INTO verdicts VALUES(2,3,X'c3dc1a9e15e980b74ebce81edf92d8b2',0,76,75,0.2000000000000000111,0.5,
            0.5,0.69999999999999995559,0.4000000000000000222,'adversarial','safe',NULL,'list',NULL,NULL,0,
            0.007432164999954693485);
        INSERT INTO verdicts VALUES(3,4,X'2261d73252a92c792927f2e992707c31',0,0,75,0.9000000000000000222,
            0.9000000000000000222,0.5,0.69999999999999995559,0.4000000000000000222,'accepted','note',
            'asks twice','list',NULL,NULL,0,0.0040377420000368147157);
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
        PRAGMA user_version = 1;
        """#
}
