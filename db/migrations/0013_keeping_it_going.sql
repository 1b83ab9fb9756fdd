-- What was answered to one prompt to look back, or that it was skipped. `prompt` names it: '2-weeks', '6-weeks',
-- '12-weeks' or the half term at whose end it is asked. Nothing is written down before somebody answers: when a prompt
-- is due follows from the plan.
create table reflection (
  plan_id text not null references plan (id),
  prompt text not null check (length(prompt) between 6 and 20),
  state text not null check (state in ('written', 'skipped')),
  answers text not null check (json_valid(answers)),
  -- The day the prompt fell due, as the plan stood when it was answered.
  due_on text not null check (due_on like '____-__-__'),
  version integer not null check (version >= 1),
  written_at text not null check (written_at like '____-__-__T__:__:__.___Z'),
  saved_at text not null check (saved_at like '____-__-__T__:__:__.___Z'),
  primary key (plan_id, prompt)
);

-- A plan whose owner asked to be mailed when a prompt is due: whoever has it in their account. Without a row none is.
create table reflection_mail (
  plan_id text not null primary key references plan (id),
  asked_on text not null check (asked_on like '____-__-__')
);

-- What a teacher keeps to show what came of a plan: a note, a link, a file, or something they read. A file's bytes are
-- not in here: they stand beside the database under `file_id`, and go after the row has gone.
create table evidence (
  id text not null primary key check (length(id) = 36),
  plan_id text not null references plan (id),
  kind text not null check (kind in ('note', 'link', 'file', 'reading')),
  title text not null check (length(title) between 1 and 200),
  -- What it shows, or what was taken from it.
  words text not null check (length(words) <= 3000),
  happened_on text not null check (happened_on like '____-__-__'),
  -- The address of a link, or of what was read where it has one.
  url text check (length(url) between 9 and 1000),
  -- Where something read is from, in words.
  source text not null check (length(source) <= 200),
  -- The step of the plan it is tied to, by the id it has there.
  step text check (length(step) between 2 and 10),
  -- Parts of the standard for teachers' professional development, as a list of their names.
  parts text not null check (json_valid(parts)),
  file_id text unique check (length(file_id) = 36),
  file_name text check (length(file_name) between 1 and 200),
  file_type text check (length(file_type) between 3 and 10),
  file_bytes integer check (file_bytes >= 1),
  version integer not null check (version >= 1),
  added_at text not null check (added_at like '____-__-__T__:__:__.___Z'),
  saved_at text not null check (saved_at like '____-__-__T__:__:__.___Z'),
  -- Set while it can still be brought back.
  deleted_at text check (deleted_at like '____-__-__T__:__:__.___Z'),
  check ((kind = 'file') = (file_id is not null)),
  check ((file_id is null) = (file_name is null)),
  check ((file_id is null) = (file_type is null)),
  check ((file_id is null) = (file_bytes is null))
);

create index evidence_by_plan on evidence (plan_id, happened_on);
create index evidence_by_deletion on evidence (deleted_at) where deleted_at is not null;

-- What a teacher chose of a plan for one page, for a job or an appraisal of theirs.
create table impact_summary (
  plan_id text not null primary key references plan (id),
  document text not null check (json_valid(document)),
  version integer not null check (version >= 1),
  saved_at text not null check (saved_at like '____-__-__T__:__:__.___Z')
);
