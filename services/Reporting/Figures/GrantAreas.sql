-- Searched by how a place's name begins, whatever its case.
create index ix_grant_areas_area_begins on read.grant_areas (lower(area) text_pattern_ops);
