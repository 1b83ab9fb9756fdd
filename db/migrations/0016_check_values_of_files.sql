-- What a file's bytes come to by SHA-256, so that whoever takes their data away can tell that a file they saved is the
-- one that is meant. Files that were kept before have none.
alter table evidence add column file_sha256 text check (length(file_sha256) = 64);
