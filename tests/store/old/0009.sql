PRAGMA application_id=1128483911;
BEGIN TRANSACTION;
CREATE TABLE agreements (
	id TEXT NOT NULL, 
	incident TEXT, 
	claim TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	origins INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "agreements" VALUES('a-1','i-1','raiders were killed','[{"report":"north-report","start":24,"end":41,"text":"killed 31 raiders"},{"report":"south-report","start":59,"end":77,"text":"seven raiders died"}]',2);
CREATE TABLE aliases (
	kind TEXT NOT NULL, 
	alias TEXT NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (kind, alias, record)
);
INSERT INTO "aliases" VALUES('entities','e-old','e-venn');
INSERT INTO "aliases" VALUES('entities','e-vintage','e-venn');
INSERT INTO "aliases" VALUES('disputes','d-old','d-1');
CREATE TABLE anchored (
	judgement TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	record TEXT NOT NULL, 
	linked BOOLEAN NOT NULL, 
	PRIMARY KEY (judgement, kind, record), 
	FOREIGN KEY(judgement) REFERENCES judgements (id) ON DELETE CASCADE
);
INSERT INTO "anchored" VALUES('j-person','disputes','d-1',0);
CREATE TABLE annotated (
	report TEXT NOT NULL, 
	version TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	state TEXT NOT NULL, 
	reason TEXT, 
	PRIMARY KEY (report), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "annotated" VALUES('north-report','7','864a259faac14d16c83261ef39e8bf5370ea5d430df6e8f3e4718a0cf9dd0bad','done',NULL);
INSERT INTO "annotated" VALUES('south-report','7','6f85a5897c20cba44a9338a3d002b2742a9461ec4aeb034667c62f62d31300fa','done',NULL);
CREATE TABLE changes (
	id TEXT NOT NULL, 
	who TEXT NOT NULL, 
	question TEXT NOT NULL, 
	earlier TEXT NOT NULL, 
	later TEXT NOT NULL, 
	score DOUBLE NOT NULL, 
	reasons TEXT NOT NULL, 
	status TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "changes" VALUES('ch-1','{"entity":"e-venn","name":"Orla Venn","span":null,"unnamed":null}','Would she meet?','{"date":"2020","answer":"no","evidence":[{"report":"north-report","start":24,"end":41,"text":"killed 31 raiders"}]}','{"date":"2021-05","answer":"yes","evidence":[{"report":"south-report","start":59,"end":77,"text":"seven raiders died"}]}',0.5,'["opposite"]','suggested');
CREATE TABLE claims (
	id TEXT NOT NULL, 
	report TEXT NOT NULL, 
	statement TEXT NOT NULL, 
	event TEXT, 
	predicate TEXT NOT NULL, 
	"trigger" TEXT NOT NULL, 
	agent TEXT NOT NULL, 
	agent_any BOOLEAN NOT NULL, 
	patient TEXT NOT NULL, 
	place TEXT NOT NULL, 
	arguments TEXT NOT NULL, 
	time TEXT, 
	time_id TEXT, 
	figure TEXT, 
	polarity TEXT NOT NULL, 
	modality TEXT NOT NULL, 
	spans TEXT NOT NULL, 
	condition_of TEXT, 
	exception TEXT, 
	responds_to TEXT, 
	incident TEXT, 
	position INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "claims" VALUES('n-c1','north-report','n-s1','ASSAULT','kill','{"start":24,"end":30,"text":"killed"}','[{"entity":"n-venn","name":"her army","span":null,"unnamed":null}]',0,'[{"entity":null,"name":"31 raiders","span":null,"unnamed":null}]','[{"entity":"n-tessaly","name":"Tessaly","span":null,"unnamed":null}]','[{"role":"near","who":{"entity":"n-tessaly","name":"Tessaly","span":null,"unnamed":null}}]','2021-05-03','n-t1','n-f1','positive','fact','[{"start":15,"end":54,"text":"her army killed 31 raiders near Tessaly"}]',NULL,NULL,NULL,NULL,0);
INSERT INTO "claims" VALUES('s-c1','south-report','s-s1',NULL,'die','{"start":73,"end":77,"text":"died"}','[]',0,'[{"entity":null,"name":"seven raiders","span":null,"unnamed":null}]','[]','[]',NULL,NULL,'s-f1','positive','fact','[{"start":59,"end":77,"text":"seven raiders died"}]',NULL,NULL,NULL,NULL,0);
CREATE TABLE dated (
	claim TEXT NOT NULL, 
	report TEXT NOT NULL, 
	first_day TEXT, 
	last_day TEXT, 
	PRIMARY KEY (claim), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "dated" VALUES('n-c1','north-report','2021-05-03','2021-05-03');
CREATE TABLE dispute_facets (
	dispute TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT, 
	words TEXT NOT NULL, 
	first_day TEXT, 
	last_day TEXT
);
INSERT INTO "dispute_facets" VALUES('d-1','who',NULL,' officials',NULL,NULL);
INSERT INTO "dispute_facets" VALUES('d-1','who','e-venn',' orla venn',NULL,NULL);
INSERT INTO "dispute_facets" VALUES('d-1','place','e-tessaly','',NULL,NULL);
INSERT INTO "dispute_facets" VALUES('d-1','outlet','Northern Post','',NULL,NULL);
INSERT INTO "dispute_facets" VALUES('d-1','outlet','Southern Gazette','',NULL,NULL);
INSERT INTO "dispute_facets" VALUES('d-1','said','Northern Post','','2021-05-04','2021-05-04');
INSERT INTO "dispute_facets" VALUES('d-1','said','Southern Gazette','','2021-05-06','2021-05-06');
INSERT INTO "dispute_facets" VALUES('d-1','year','2021','',NULL,NULL);
INSERT INTO "dispute_facets" VALUES('d-1','month','2021-05','',NULL,NULL);
INSERT INTO "dispute_facets" VALUES('d-2','who','e-venn',' orla venn',NULL,NULL);
INSERT INTO "dispute_facets" VALUES('d-2','place','e-tessaly','',NULL,NULL);
INSERT INTO "dispute_facets" VALUES('d-2','outlet','Northern Post','',NULL,NULL);
INSERT INTO "dispute_facets" VALUES('d-2','said','Northern Post','','2021-05-04','2021-05-04');
INSERT INTO "dispute_facets" VALUES('d-2','year','2021','',NULL,NULL);
INSERT INTO "dispute_facets" VALUES('d-2','month','2021-05','',NULL,NULL);
CREATE TABLE disputes (
	id TEXT NOT NULL, 
	aliases TEXT NOT NULL, 
	incident TEXT, 
	question TEXT NOT NULL, 
	slot TEXT NOT NULL, 
	score DOUBLE NOT NULL, 
	reasons TEXT NOT NULL, 
	within_report BOOLEAN NOT NULL, 
	sides TEXT NOT NULL, 
	status TEXT NOT NULL, 
	judgements TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "disputes" VALUES('d-1','["d-old"]','i-1','How many raiders were killed near Tessaly?','count',0.9,'["31 and 7 differ"]',0,'[{"answer":"31","holders":[{"entity":"e-venn","name":"Orla Venn","span":null,"unnamed":null}],"statements":["n-s1"],"evidence":[{"report":"north-report","start":24,"end":41,"text":"killed 31 raiders"}],"origins":1},{"answer":"7","holders":[{"entity":null,"name":"officials","span":null,"unnamed":"official"}],"statements":["s-s1"],"evidence":[{"report":"south-report","start":59,"end":77,"text":"seven raiders died"}],"origins":1}]','rejected','["j-1"]');
INSERT INTO "disputes" VALUES('d-2','[]',NULL,'When was it?','time',0.95,'["two days"]',1,'[{"answer":"3 May","holders":[{"entity":"e-venn","name":"Orla Venn","span":null,"unnamed":null}],"statements":["n-s1"],"evidence":[{"report":"north-report","start":24,"end":41,"text":"killed 31 raiders"}],"origins":1},{"answer":"4 May","holders":[{"entity":"e-venn","name":"Orla Venn","span":null,"unnamed":null}],"statements":["n-s1"],"evidence":[{"report":"north-report","start":24,"end":41,"text":"killed 31 raiders"}],"origins":1}]','suggested','[]');
CREATE TABLE entities (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	names TEXT NOT NULL, 
	country TEXT, 
	roles TEXT NOT NULL, 
	mentions INTEGER NOT NULL, 
	members TEXT NOT NULL, 
	aliases TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "entities" VALUES('e-venn','Orla Venn','person','["Orla Venn","O. Venn"]','ILV','[{"title":"President","of":{"entity":"e-ilvane","name":"Ilvane","span":null,"unnamed":null},"since":"2021-05","until":null}]',3,'["n-venn","s-venn"]','["e-old","e-vintage"]');
INSERT INTO "entities" VALUES('e-tessaly','Tessaly','place','["Tessaly"]',NULL,'[]',2,'["n-tessaly","s-tessaly"]','[]');
INSERT INTO "entities" VALUES('e-ilvane','Ilvane','state','["Ilvane"]','ILV','[]',0,'[]','[]');
CREATE TABLE figures (
	id TEXT NOT NULL, 
	report TEXT NOT NULL, 
	statement TEXT, 
	claim TEXT, 
	span TEXT NOT NULL, 
	low DOUBLE, 
	best DOUBLE, 
	high DOUBLE, 
	approximate BOOLEAN NOT NULL, 
	"of" TEXT, 
	happened TEXT NOT NULL, 
	side TEXT, 
	"by" TEXT, 
	place TEXT, 
	since TEXT, 
	until TEXT, 
	as_of TEXT, 
	part_of TEXT, 
	supersedes TEXT, 
	position INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "figures" VALUES('n-f1','north-report','n-s1','n-c1','{"start":31,"end":33,"text":"31"}',31.0,31.0,31.0,0,'raiders','["killed"]',NULL,'{"entity":"n-venn","name":"her army","span":null,"unnamed":null}',NULL,NULL,NULL,NULL,NULL,NULL,0);
INSERT INTO "figures" VALUES('s-f1','south-report','s-s1','s-c1','{"start":59,"end":64,"text":"seven"}',NULL,7.0,7.5,1,'raiders','["killed"]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0);
CREATE TABLE incident_claims (
	claim TEXT NOT NULL, 
	incident TEXT NOT NULL, 
	PRIMARY KEY (claim)
);
INSERT INTO "incident_claims" VALUES('n-c1','i-1');
INSERT INTO "incident_claims" VALUES('s-c1','i-1');
CREATE TABLE incidents (
	id TEXT NOT NULL, 
	label TEXT NOT NULL, 
	events TEXT NOT NULL, 
	since TEXT, 
	until TEXT, 
	place TEXT, 
	claims TEXT NOT NULL, 
	reports TEXT NOT NULL, 
	origins INTEGER NOT NULL, 
	figures TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "incidents" VALUES('i-1','fighting near Tessaly','["ASSAULT"]','2021-05-03',NULL,'{"entity":"e-tessaly","name":"Tessaly","span":null,"unnamed":null}','["n-c1","s-c1"]','["north-report","south-report"]',2,'["n-f1","s-f1"]');
CREATE TABLE judgements (
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	"left" TEXT NOT NULL, 
	"right" TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	score DOUBLE NOT NULL, 
	reasons TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	slot TEXT, 
	at TEXT, 
	person BOOLEAN NOT NULL, value TEXT, anchors TEXT NOT NULL DEFAULT '[]', 
	PRIMARY KEY (id)
);
INSERT INTO "judgements" VALUES('j-1','compare','n-c1','s-c1','conflict',0.9,'["31 and 7 differ"]','[{"report":"north-report","start":24,"end":41,"text":"killed 31 raiders"},{"report":"south-report","start":59,"end":77,"text":"seven raiders died"}]','program 1','count',NULL,0,NULL,'[]');
INSERT INTO "judgements" VALUES('j-2','compare','n-c1','s-c1','compatible',0.4,'["same place"]','[{"report":"south-report","start":59,"end":77,"text":"seven raiders died"}]','program 1',NULL,NULL,0,NULL,'[]');
INSERT INTO "judgements" VALUES('j-3','entity','n-venn','s-venn','same',0.8,'["same name"]','[{"report":"north-report","start":24,"end":41,"text":"killed 31 raiders"}]','program 1',NULL,NULL,0,NULL,'[]');
INSERT INTO "judgements" VALUES('j-person','dispute','d-1','d-1','conflict',1.0,'["I called both"]','[{"report":"north-report","start":24,"end":41,"text":"killed 31 raiders"}]','ada',NULL,'2021-06-01T10:00:00Z',1,NULL,'[]');
CREATE TABLE kept_work (
	"key" TEXT NOT NULL, 
	piece BLOB NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE TABLE known_entities (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT, 
	names TEXT NOT NULL, 
	country TEXT, 
	roles TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE known_places (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	names TEXT NOT NULL, 
	country TEXT, 
	latitude DOUBLE NOT NULL, 
	longitude DOUBLE NOT NULL, 
	precision TEXT, 
	PRIMARY KEY (id)
);
CREATE TABLE local_entities (
	id TEXT NOT NULL, 
	report TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	names TEXT NOT NULL, 
	titles TEXT NOT NULL, 
	country TEXT, 
	mentions INTEGER NOT NULL, 
	side TEXT, 
	position INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "local_entities" VALUES('n-venn','north-report','Orla Venn','person','["Orla Venn"]','[]','ILV',2,NULL,0);
INSERT INTO "local_entities" VALUES('n-tessaly','north-report','Tessaly','place','["Tessaly"]','[]',NULL,1,NULL,1);
INSERT INTO "local_entities" VALUES('s-venn','south-report','O. Venn','person','["O. Venn"]','["President"]',NULL,1,NULL,0);
INSERT INTO "local_entities" VALUES('s-tessaly','south-report','Tessaly','place','["Tessaly"]','[]',NULL,1,NULL,1);
CREATE TABLE lookup (
	record TEXT NOT NULL, 
	report TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	first_day TEXT, 
	last_day TEXT, 
	words TEXT NOT NULL, 
	PRIMARY KEY (record), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "lookup" VALUES('n-s1','north-report','statements','2021-05-04','2021-05-04',' her army killed 31 raiders near tessaly on 3 may');
INSERT INTO "lookup" VALUES('n-c1','north-report','claims','2021-05-03','2021-05-03',' her army killed 31 raiders near tessaly');
INSERT INTO "lookup" VALUES('n-f1','north-report','figures','2021-05-04','2021-05-04',' 31 raiders');
INSERT INTO "lookup" VALUES('s-s9','south-report','statements','2021-05-01','2021-05-31',' 31 dead');
INSERT INTO "lookup" VALUES('s-s1','south-report','statements','2021-05-06','2021-05-06',' seven raiders died');
INSERT INTO "lookup" VALUES('s-c1','south-report','claims','2021-05-06','2021-05-06',' seven raiders died');
INSERT INTO "lookup" VALUES('s-f1','south-report','figures','2021-05-06','2021-05-06',' seven raiders');
CREATE TABLE lookup_who (
	record TEXT NOT NULL, 
	report TEXT, 
	role TEXT NOT NULL, 
	entity TEXT, 
	words TEXT NOT NULL, 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "lookup_who" VALUES('n-s1','north-report','source','n-venn',' orla venn');
INSERT INTO "lookup_who" VALUES('n-s1','north-report','content','n-venn',' her');
INSERT INTO "lookup_who" VALUES('n-s1','north-report','content','n-tessaly',' tessaly');
INSERT INTO "lookup_who" VALUES('n-s1','north-report','content',NULL,' raiders');
INSERT INTO "lookup_who" VALUES('n-c1','north-report','agent','n-venn',' her army');
INSERT INTO "lookup_who" VALUES('n-c1','north-report','patient',NULL,' 31 raiders');
INSERT INTO "lookup_who" VALUES('n-c1','north-report','place','n-tessaly',' tessaly');
INSERT INTO "lookup_who" VALUES('n-c1','north-report','argument','n-tessaly',' tessaly');
INSERT INTO "lookup_who" VALUES('n-c1','north-report','content','n-venn',' her');
INSERT INTO "lookup_who" VALUES('n-c1','north-report','content','n-tessaly',' tessaly');
INSERT INTO "lookup_who" VALUES('n-c1','north-report','content',NULL,' raiders');
INSERT INTO "lookup_who" VALUES('n-f1','north-report','by','n-venn',' her army');
INSERT INTO "lookup_who" VALUES('s-s9','south-report','source','s-venn',' o venn');
INSERT INTO "lookup_who" VALUES('s-s1','south-report','source',NULL,' officials in tessaly');
INSERT INTO "lookup_who" VALUES('s-c1','south-report','patient',NULL,' seven raiders');
INSERT INTO "lookup_who" VALUES('e-venn',NULL,'name',NULL,' orla venn');
INSERT INTO "lookup_who" VALUES('e-venn',NULL,'name',NULL,' o venn');
INSERT INTO "lookup_who" VALUES('e-tessaly',NULL,'name',NULL,' tessaly');
INSERT INTO "lookup_who" VALUES('e-ilvane',NULL,'name',NULL,' ilvane');
CREATE TABLE members (
	local TEXT NOT NULL, 
	entity TEXT NOT NULL, 
	PRIMARY KEY (local)
);
INSERT INTO "members" VALUES('n-venn','e-venn');
INSERT INTO "members" VALUES('s-venn','e-venn');
INSERT INTO "members" VALUES('n-tessaly','e-tessaly');
INSERT INTO "members" VALUES('s-tessaly','e-tessaly');
CREATE TABLE mentions (
	id TEXT NOT NULL, 
	report TEXT NOT NULL, 
	entity TEXT, 
	span TEXT NOT NULL, 
	form TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "mentions" VALUES('n-m1','north-report','n-venn','{"start":0,"end":9,"text":"Orla Venn"}','name',0);
INSERT INTO "mentions" VALUES('n-m2','north-report','n-venn','{"start":15,"end":18,"text":"her"}','pronoun',1);
INSERT INTO "mentions" VALUES('n-m3','north-report','n-tessaly','{"start":47,"end":54,"text":"Tessaly"}','name',2);
INSERT INTO "mentions" VALUES('n-m4','north-report',NULL,'{"start":34,"end":41,"text":"raiders"}','nominal',3);
INSERT INTO "mentions" VALUES('s-m1','south-report','s-venn','{"start":10,"end":17,"text":"O. Venn"}','name',0);
INSERT INTO "mentions" VALUES('s-m2','south-report','s-tessaly','{"start":47,"end":54,"text":"Tessaly"}','name',1);
CREATE TABLE meta (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('linked_state','60962d9afeac8be66f30');
INSERT INTO "meta" VALUES('linked_version','3');
CREATE TABLE originals (
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	compressed BLOB NOT NULL, 
	PRIMARY KEY (sha256)
);
INSERT INTO "originals" VALUES('fcef6b974b7ae32422284d0360b7cb291b634af169339e65a4e975e53d99ec5d',64,X'789C0DC8310A80401003C0AFE40582DC3BC446EC0317F0705D215BDDEF75CAD91DC4A94C1447C725837E26EE11A18EB6C2FFCB85148D43558C8937D1B0712E1FD5BB15F2');
INSERT INTO "originals" VALUES('8abbcaf62f902184f10aa2787fea04e0694353b184116ecfaf66b4dd5d566eeb',78,X'789C0DCB310A80301004C0AFEC0B0262E923B410FB23B7C2413C212B82BF37C594B3752A9CF9602D389889DA2C2E619EE0345F709F67D4B0264462A764ED836CE0CB44B7D1BBE0412F3F2E151B71');
CREATE TABLE origins (
	report TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	PRIMARY KEY (report), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "origins" VALUES('north-report','origin-1');
INSERT INTO "origins" VALUES('south-report','origin-2');
CREATE TABLE places (
	id TEXT NOT NULL, 
	report TEXT NOT NULL, 
	span TEXT NOT NULL, 
	name TEXT NOT NULL, 
	country TEXT, 
	latitude DOUBLE, 
	longitude DOUBLE, 
	precision TEXT, 
	position INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "places" VALUES('n-p1','north-report','{"start":47,"end":54,"text":"Tessaly"}','Tessaly','ILV',51.5,-0.25,'town',0);
CREATE TABLE processes (
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	parties TEXT NOT NULL, 
	states TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "processes" VALUES('p-1','ceasefire','the May truce','[{"entity":"e-venn","name":"Orla Venn","span":null,"unnamed":null}]','[{"state":"proposed","date":"2021-05-03","by":[{"entity":"e-venn","name":"Orla Venn","span":null,"unnamed":null}],"condition":null,"claimed_by":{"entity":"e-venn","name":"Orla Venn","span":null,"unnamed":null},"evidence":[{"report":"north-report","start":24,"end":41,"text":"killed 31 raiders"}],"contested":false}]');
CREATE TABLE rejects (
	id TEXT NOT NULL, 
	path TEXT, 
	"row" INTEGER, 
	reason TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "rejects" VALUES('1140d2e0aa107fb50d25','picture.png',NULL,'this is a picture');
CREATE TABLE report_sources (
	id TEXT NOT NULL, 
	report TEXT NOT NULL, 
	path TEXT, 
	"row" INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "report_sources" VALUES('cedfc70b091959094bdf','north-report','north-report.txt',NULL);
INSERT INTO "report_sources" VALUES('2fd62c306a0c59e46412','south-report','south-report.txt',NULL);
CREATE TABLE reports (
	id TEXT NOT NULL, 
	path TEXT, 
	"row" INTEGER, 
	"key" TEXT, 
	url TEXT, 
	outlet TEXT, 
	title TEXT, 
	byline TEXT, 
	credit TEXT, 
	dateline TEXT, 
	published TEXT, 
	published_from TEXT, 
	dates TEXT NOT NULL, 
	language TEXT, 
	text TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	passages TEXT NOT NULL, 
	cleaning TEXT NOT NULL, 
	broken INTEGER NOT NULL, 
	origin TEXT, 
	digest TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "reports" VALUES('north-report','north-report.txt',NULL,NULL,NULL,'Northern Post',NULL,NULL,NULL,NULL,'2021-05-04','metadata','[{"value":"2021-05-04","where":"page","taken":true,"why":"it is the only one","start":null,"end":null}]','en','Orla Venn said her army killed 31 raiders near Tessaly on 3 May.','fcef6b974b7ae32422284d0360b7cb291b634af169339e65a4e975e53d99ec5d','[{"start":0,"end":64,"text":"Orla Venn said her army killed 31 raiders near Tessaly on 3 May.","kind":"paragraph"}]','[]',0,NULL,'864a259faac14d16c83261ef39e8bf5370ea5d430df6e8f3e4718a0cf9dd0bad');
INSERT INTO "reports" VALUES('south-report','south-report.txt',NULL,NULL,NULL,'Southern Gazette',NULL,NULL,NULL,NULL,'2021-05',NULL,'[]',NULL,'President O. Venn claims 31 dead; officials in Tessaly say seven raiders died.','8abbcaf62f902184f10aa2787fea04e0694353b184116ecfaf66b4dd5d566eeb','[{"start":0,"end":78,"text":"President O. Venn claims 31 dead; officials in Tessaly say seven raiders died.","kind":"paragraph"}]','["ftfy"]',0,NULL,'6f85a5897c20cba44a9338a3d002b2742a9461ec4aeb034667c62f62d31300fa');
CREATE TABLE schema_version (
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "schema_version" VALUES(1,'0001_first_tables');
INSERT INTO "schema_version" VALUES(2,'0002_known_entities');
INSERT INTO "schema_version" VALUES(3,'0003_known_places');
INSERT INTO "schema_version" VALUES(4,'0004_persons_words');
INSERT INTO "schema_version" VALUES(5,'0005_pages_of_long_lists');
INSERT INTO "schema_version" VALUES(6,'0006_search');
INSERT INTO "schema_version" VALUES(7,'0007_list_of_disputes');
INSERT INTO "schema_version" VALUES(8,'0008_judgements_of_people');
INSERT INTO "schema_version" VALUES(9,'0009_kept_work');
CREATE TABLE search (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	record TEXT NOT NULL, 
	report TEXT, 
	words TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "search" VALUES(1,'reports','north-report','north-report',' northern post orla venn said her army killed 31 raiders near tessaly on 3 may');
INSERT INTO "search" VALUES(2,'statements','n-s1','north-report',' orla venn her army killed 31 raiders near tessaly on 3 may');
INSERT INTO "search" VALUES(3,'reports','south-report','south-report',' southern gazette president o venn claims 31 dead officials in tessaly say seven raiders died');
INSERT INTO "search" VALUES(4,'statements','s-s9','south-report',' o venn 31 dead');
INSERT INTO "search" VALUES(5,'statements','s-s1','south-report',' officials in tessaly seven raiders died');
INSERT INTO "search" VALUES(6,'disputes','d-1',NULL,' how many raiders were killed near tessaly 31 orla venn killed 31 raiders 7 officials seven raiders died');
INSERT INTO "search" VALUES(7,'disputes','d-2',NULL,' when was it 3 may orla venn killed 31 raiders 4 may orla venn killed 31 raiders');
INSERT INTO "search" VALUES(8,'incidents','i-1',NULL,' fighting near tessaly tessaly');
INSERT INTO "search" VALUES(9,'entities','e-venn',NULL,' orla venn o venn president');
INSERT INTO "search" VALUES(10,'entities','e-tessaly',NULL,' tessaly');
INSERT INTO "search" VALUES(11,'entities','e-ilvane',NULL,' ilvane');
CREATE VIRTUAL TABLE search_words USING fts5(words, content='search', content_rowid='id');
INSERT INTO "search_words" VALUES(' northern post orla venn said her army killed 31 raiders near tessaly on 3 may');
INSERT INTO "search_words" VALUES(' orla venn her army killed 31 raiders near tessaly on 3 may');
INSERT INTO "search_words" VALUES(' southern gazette president o venn claims 31 dead officials in tessaly say seven raiders died');
INSERT INTO "search_words" VALUES(' o venn 31 dead');
INSERT INTO "search_words" VALUES(' officials in tessaly seven raiders died');
INSERT INTO "search_words" VALUES(' how many raiders were killed near tessaly 31 orla venn killed 31 raiders 7 officials seven raiders died');
INSERT INTO "search_words" VALUES(' when was it 3 may orla venn killed 31 raiders 4 may orla venn killed 31 raiders');
INSERT INTO "search_words" VALUES(' fighting near tessaly tessaly');
INSERT INTO "search_words" VALUES(' orla venn o venn president');
INSERT INTO "search_words" VALUES(' tessaly');
INSERT INTO "search_words" VALUES(' ilvane');
ANALYZE "sqlite_master";
INSERT INTO "sqlite_stat1" VALUES('lookup_who','lookup_who_entity','19 5 2 1');
INSERT INTO "sqlite_stat1" VALUES('lookup_who','lookup_who_role_words','19 3 2 1');
INSERT INTO "sqlite_stat1" VALUES('lookup_who','ix_lookup_who_report','19 7');
INSERT INTO "sqlite_stat1" VALUES('lookup','lookup_kind_days','7 3 1 1 1');
INSERT INTO "sqlite_stat1" VALUES('lookup','ix_lookup_report','7 4');
INSERT INTO "sqlite_stat1" VALUES('lookup','sqlite_autoindex_lookup_1','7 1');
INSERT INTO "sqlite_stat1" VALUES('claims','claims_event','2 1 1 1');
INSERT INTO "sqlite_stat1" VALUES('claims','claims_statement','2 1');
INSERT INTO "sqlite_stat1" VALUES('claims','claims_report','2 1');
INSERT INTO "sqlite_stat1" VALUES('claims','sqlite_autoindex_claims_1','2 1');
INSERT INTO "sqlite_stat1" VALUES('statements','statements_confidence','3 2 2 1');
INSERT INTO "sqlite_stat1" VALUES('statements','statements_report','3 2');
INSERT INTO "sqlite_stat1" VALUES('statements','sqlite_autoindex_statements_1','3 1');
INSERT INTO "sqlite_stat1" VALUES('search_words_docsize',NULL,'11');
INSERT INTO "sqlite_stat1" VALUES('search_words_idx','search_words_idx','11 1 1');
INSERT INTO "sqlite_stat1" VALUES('places','places_name','1 1 1 1 1 1 1');
INSERT INTO "sqlite_stat1" VALUES('places','places_report','1 1');
INSERT INTO "sqlite_stat1" VALUES('places','sqlite_autoindex_places_1','1 1');
INSERT INTO "sqlite_stat1" VALUES('report_sources','ix_report_sources_report','2 1');
INSERT INTO "sqlite_stat1" VALUES('report_sources','sqlite_autoindex_report_sources_1','2 1');
INSERT INTO "sqlite_stat1" VALUES('aliases','sqlite_autoindex_aliases_1','3 2 1 1');
INSERT INTO "sqlite_stat1" VALUES('search_words_config','search_words_config','1 1');
INSERT INTO "sqlite_stat1" VALUES('figures','figures_report','2 1');
INSERT INTO "sqlite_stat1" VALUES('figures','sqlite_autoindex_figures_1','2 1');
INSERT INTO "sqlite_stat1" VALUES('mentions','mentions_report','6 3');
INSERT INTO "sqlite_stat1" VALUES('mentions','sqlite_autoindex_mentions_1','6 1');
INSERT INTO "sqlite_stat1" VALUES('disputes','disputes_listed','2 2 1 1 1');
INSERT INTO "sqlite_stat1" VALUES('disputes','disputes_incident','2 1');
INSERT INTO "sqlite_stat1" VALUES('disputes','sqlite_autoindex_disputes_1','2 1');
INSERT INTO "sqlite_stat1" VALUES('times','times_report','1 1');
INSERT INTO "sqlite_stat1" VALUES('times','sqlite_autoindex_times_1','1 1');
INSERT INTO "sqlite_stat1" VALUES('incident_claims','ix_incident_claims_incident','2 2');
INSERT INTO "sqlite_stat1" VALUES('incident_claims','sqlite_autoindex_incident_claims_1','2 1');
INSERT INTO "sqlite_stat1" VALUES('search_words_data',NULL,'13');
INSERT INTO "sqlite_stat1" VALUES('incidents','incidents_since','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('incidents','sqlite_autoindex_incidents_1','1 1');
INSERT INTO "sqlite_stat1" VALUES('search','search_kind_record','11 3 1');
INSERT INTO "sqlite_stat1" VALUES('search','ix_search_report','11 4');
INSERT INTO "sqlite_stat1" VALUES('annotated','sqlite_autoindex_annotated_1','2 1');
INSERT INTO "sqlite_stat1" VALUES('schema_version',NULL,'9');
INSERT INTO "sqlite_stat1" VALUES('local_entities','local_entities_report','4 2');
INSERT INTO "sqlite_stat1" VALUES('local_entities','sqlite_autoindex_local_entities_1','4 1');
INSERT INTO "sqlite_stat1" VALUES('meta','sqlite_autoindex_meta_1','2 1');
INSERT INTO "sqlite_stat1" VALUES('originals','sqlite_autoindex_originals_1','2 1');
INSERT INTO "sqlite_stat1" VALUES('dispute_facets','dispute_facets_days','15 3 3 3 2 1');
INSERT INTO "sqlite_stat1" VALUES('dispute_facets','dispute_facets_kind_value','15 3 2 1');
INSERT INTO "sqlite_stat1" VALUES('dispute_facets','dispute_facets_dispute','15 8 2');
INSERT INTO "sqlite_stat1" VALUES('processes','sqlite_autoindex_processes_1','1 1');
INSERT INTO "sqlite_stat1" VALUES('agreements','sqlite_autoindex_agreements_1','1 1');
INSERT INTO "sqlite_stat1" VALUES('reports','reports_published','2 1 1');
INSERT INTO "sqlite_stat1" VALUES('reports','sqlite_autoindex_reports_1','2 1');
INSERT INTO "sqlite_stat1" VALUES('changes','sqlite_autoindex_changes_1','1 1');
INSERT INTO "sqlite_stat1" VALUES('entities','sqlite_autoindex_entities_1','3 1');
INSERT INTO "sqlite_stat1" VALUES('origins','sqlite_autoindex_origins_1','2 1');
INSERT INTO "sqlite_stat1" VALUES('members','members_entity','4 2 1');
INSERT INTO "sqlite_stat1" VALUES('members','sqlite_autoindex_members_1','4 1');
INSERT INTO "sqlite_stat1" VALUES('dated','ix_dated_report','1 1');
INSERT INTO "sqlite_stat1" VALUES('dated','dated_days','1 1 1 1');
INSERT INTO "sqlite_stat1" VALUES('dated','sqlite_autoindex_dated_1','1 1');
INSERT INTO "sqlite_stat1" VALUES('judgements','judgements_person','3 3 2 1 1');
INSERT INTO "sqlite_stat1" VALUES('judgements','judgements_right','3 2');
INSERT INTO "sqlite_stat1" VALUES('judgements','judgements_left','3 2');
INSERT INTO "sqlite_stat1" VALUES('judgements','sqlite_autoindex_judgements_1','3 1');
CREATE TABLE statements (
	id TEXT NOT NULL, 
	report TEXT NOT NULL, 
	parent TEXT, 
	manner TEXT NOT NULL, 
	act TEXT NOT NULL, 
	sources TEXT NOT NULL, 
	via TEXT NOT NULL, 
	cue TEXT, 
	content TEXT NOT NULL, 
	addressee TEXT NOT NULL, 
	setting TEXT, 
	hedge TEXT NOT NULL, 
	said TEXT, 
	said_from TEXT, 
	origin TEXT, 
	confidence DOUBLE, 
	position INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "statements" VALUES('n-s1','north-report',NULL,'indirect','assert','[{"entity":"n-venn","name":"Orla Venn","span":{"start":0,"end":9,"text":"Orla Venn"},"unnamed":null}]','[]','{"start":10,"end":14,"text":"said"}','[{"start":15,"end":63,"text":"her army killed 31 raiders near Tessaly on 3 May"}]','[]',NULL,'none',NULL,NULL,NULL,0.75,0);
INSERT INTO "statements" VALUES('s-s9','south-report',NULL,'indirect','assert','[{"entity":"s-venn","name":"O. Venn","span":null,"unnamed":null}]','[]','{"start":18,"end":24,"text":"claims"}','[{"start":25,"end":32,"text":"31 dead"}]','[]',NULL,'none',NULL,NULL,NULL,NULL,0);
INSERT INTO "statements" VALUES('s-s1','south-report',NULL,'indirect','assert','[{"entity":null,"name":"officials in Tessaly","span":{"start":34,"end":54,"text":"officials in Tessaly"},"unnamed":"official"}]','[]','{"start":55,"end":58,"text":"say"}','[{"start":59,"end":77,"text":"seven raiders died"}]','[]',NULL,'none','2021-05-06',NULL,NULL,NULL,1);
CREATE TABLE times (
	id TEXT NOT NULL, 
	report TEXT NOT NULL, 
	span TEXT NOT NULL, 
	type TEXT NOT NULL, 
	value TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "times" VALUES('n-t1','north-report','{"start":58,"end":63,"text":"3 May"}','DATE','2021-05-03',0);
CREATE INDEX ix_incident_claims_incident ON incident_claims (incident);
CREATE INDEX ix_report_sources_report ON report_sources (report);
CREATE INDEX local_entities_report ON local_entities (report);
CREATE INDEX mentions_report ON mentions (report);
CREATE INDEX times_report ON times (report);
CREATE INDEX places_report ON places (report);
CREATE INDEX statements_report ON statements (report);
CREATE INDEX claims_report ON claims (report);
CREATE INDEX claims_statement ON claims (statement);
CREATE INDEX figures_report ON figures (report);
CREATE INDEX ix_lookup_report ON lookup (report);
CREATE INDEX ix_lookup_who_report ON lookup_who (report);
CREATE INDEX lookup_who_role_words ON lookup_who (role, words, record);
CREATE INDEX anchored_record ON anchored (record);
CREATE INDEX dated_days ON dated (first_day, last_day, claim);
CREATE INDEX ix_dated_report ON dated (report);
CREATE INDEX claims_event ON claims (report, position, event);
CREATE INDEX statements_confidence ON statements (confidence, report, position);
CREATE INDEX places_name ON places (name, country, latitude, longitude, precision, report);
CREATE INDEX reports_published ON reports (published, id);
CREATE INDEX incidents_since ON incidents (since, id);
CREATE INDEX disputes_incident ON disputes (incident);
CREATE INDEX judgements_left ON judgements ("left");
CREATE INDEX judgements_right ON judgements ("right");
CREATE INDEX lookup_who_entity ON lookup_who (entity, role, record);
CREATE INDEX lookup_kind_days ON lookup (kind, first_day, last_day, record);
CREATE INDEX members_entity ON members (entity, local);
CREATE INDEX ix_search_report ON search (report);
CREATE INDEX search_kind_record ON search (kind, record);
CREATE INDEX dispute_facets_dispute ON dispute_facets (dispute, kind);
CREATE INDEX dispute_facets_kind_value ON dispute_facets (kind, value, dispute);
CREATE TRIGGER search_added AFTER INSERT ON search BEGIN INSERT INTO search_words (rowid, words) VALUES (new.id, new.words); END;
CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', old.id, old.words); END;
CREATE INDEX disputes_listed ON disputes (status, slot, score, id);
CREATE INDEX dispute_facets_days ON dispute_facets (kind, first_day, last_day, value, dispute);
CREATE INDEX judgements_person ON judgements (person, kind, score, id);
INSERT INTO search_words (search_words) VALUES ('rebuild');
COMMIT;
