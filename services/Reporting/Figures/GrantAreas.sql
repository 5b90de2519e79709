-- For finding areas by how a name or code begins, in upper or lower case.
create index ix_grant_areas_area_begins on read.grant_areas (lower(area) text_pattern_ops);
