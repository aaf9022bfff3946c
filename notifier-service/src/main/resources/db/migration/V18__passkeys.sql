-- Passkeys of those who sign in with a password. Tables and columns are those of Spring Security; moments carry their zone, so
-- that notifiers in two zones agree on what was last used.
create table user_entities (
    id           varchar(1000) not null,
    name         varchar(100)  not null,
    display_name varchar(200),
    constraint user_entities_key primary key (id),
    constraint user_entities_name unique (name)
);

create table user_credentials (
    credential_id                varchar(1400) not null,
    user_entity_user_id          varchar(1000) not null,
    public_key                   bytea         not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean       not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean       not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamp with time zone not null,
    last_used                    timestamp with time zone not null,
    label                        varchar(1000) not null,
    constraint user_credentials_key primary key (credential_id),
    constraint user_credentials_user foreign key (user_entity_user_id) references user_entities (id) on delete cascade
);

create index user_credentials_by_user on user_credentials (user_entity_user_id);

-- Codes with which somebody who has only a password makes a first passkey: the hash of one for each name, until when.
create table console_passkey_codes (
    name      varchar(100)             not null,
    code_hash char(64)                 not null,
    until     timestamp with time zone not null,
    constraint console_passkey_codes_key primary key (name)
);
