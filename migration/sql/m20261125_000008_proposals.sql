create table change_proposal (
    {row},
    proposed_by_id bigint not null references municipality (id) on delete restrict,
    keeper_id bigint not null references municipality (id) on delete restrict,
    municipality_id bigint references municipality (id) on delete restrict,
    organization_id bigint references organization (id) on delete restrict,
    person_id bigint references person (id) on delete restrict,
    position_id bigint references "position" (id) on delete restrict,
    given {json} not null,
    changes {json} not null,
    reason text not null,
    status text not null,
    decided_at {time},
    decision_note text,
    check (proposed_by_id <> keeper_id),
    check (
        (case when municipality_id is null then 0 else 1 end)
        + (case when organization_id is null then 0 else 1 end)
        + (case when person_id is null then 0 else 1 end)
        + (case when position_id is null then 0 else 1 end) = 1
    )
);
create index change_proposal_updated on change_proposal (updated_at);
create index change_proposal_proposed_by on change_proposal (proposed_by_id, id);
create index change_proposal_keeper on change_proposal (keeper_id, id);
create index change_proposal_municipality on change_proposal (municipality_id, id);
create index change_proposal_organization on change_proposal (organization_id, id);
create index change_proposal_person on change_proposal (person_id, id);
create index change_proposal_position on change_proposal (position_id, id);
create index change_proposal_status on change_proposal (status);
