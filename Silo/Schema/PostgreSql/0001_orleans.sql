-- What the Orleans ADO.NET providers ask for: membership and grain storage. The providers read the texts of their queries from OrleansQuery;
-- the query keys, the names of parameters and of columns are their contract, the rest is ours. Each query is one statement, so it is atomic
-- without a transaction of its own.

create table OrleansQuery (
  QueryKey varchar(64) primary key,
  QueryText varchar(8000) not null
);

-- Membership: one row per cluster whose version every change of a member raises, and one row per silo that ever joined.

create table OrleansMembershipVersionTable (
  DeploymentId varchar(150) primary key,
  Timestamp timestamptz(3) not null default now(),
  Version int not null default 0
) with (fillfactor = 50);

create table OrleansMembershipTable (
  DeploymentId varchar(150) not null,
  Address varchar(45) not null,
  Port int not null,
  Generation int not null,
  SiloName varchar(150) not null,
  HostName varchar(150) not null,
  Status int not null,
  ProxyPort int,
  SuspectTimes text,
  StartTime timestamptz(3) not null,
  IAmAliveTime timestamptz(3) not null,
  primary key (DeploymentId, Address, Port, Generation)
) with (fillfactor = 50);

insert into OrleansQuery (QueryKey, QueryText) values
('GatewaysQueryKey', $q$
  select Address, ProxyPort, Generation
  from OrleansMembershipTable
  where DeploymentId = @DeploymentId and Status = @Status and ProxyPort > 0
$q$),
('MembershipReadRowKey', $q$
  select v.Version, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime
  from OrleansMembershipVersionTable v
  left join OrleansMembershipTable m
    on m.DeploymentId = v.DeploymentId and m.Address = @Address and m.Port = @Port and m.Generation = @Generation
  where v.DeploymentId = @DeploymentId
$q$),
('MembershipReadAllKey', $q$
  select v.Version, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime
  from OrleansMembershipVersionTable v
  left join OrleansMembershipTable m on m.DeploymentId = v.DeploymentId
  where v.DeploymentId = @DeploymentId
$q$),
('InsertMembershipVersionKey', $q$
  with made as (
    insert into OrleansMembershipVersionTable (DeploymentId) values (@DeploymentId) on conflict do nothing returning 1)
  select exists (select from made)
$q$),
-- The version row is the arbiter: whoever raises it from the version that was read may write the member, everybody else finds it raised.
('InsertMembershipKey', $q$
  with raised as (
    update OrleansMembershipVersionTable
    set Version = Version + 1, Timestamp = now()
    where DeploymentId = @DeploymentId and Version = @Version and not exists (
      select from OrleansMembershipTable
      where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation)
    returning DeploymentId),
  made as (
    insert into OrleansMembershipTable
      (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
    select DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from raised
    returning 1)
  select exists (select from made)
$q$),
('UpdateMembershipKey', $q$
  with raised as (
    update OrleansMembershipVersionTable
    set Version = Version + 1, Timestamp = now()
    where DeploymentId = @DeploymentId and Version = @Version and exists (
      select from OrleansMembershipTable
      where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation)
    returning DeploymentId),
  changed as (
    update OrleansMembershipTable m
    set Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
    from raised
    where m.DeploymentId = raised.DeploymentId and m.Address = @Address and m.Port = @Port and m.Generation = @Generation
    returning 1)
  select exists (select from changed)
$q$),
('UpdateIAmAlivetimeKey', $q$
  update OrleansMembershipTable
  set IAmAliveTime = @IAmAliveTime
  where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation
$q$),
('DeleteMembershipTableEntriesKey', $q$
  with members as (delete from OrleansMembershipTable where DeploymentId = @DeploymentId)
  delete from OrleansMembershipVersionTable where DeploymentId = @DeploymentId
$q$),
-- 3 is Active: a silo that claims to be alive is never swept away by age alone.
('CleanupDefunctSiloEntriesKey', $q$
  delete from OrleansMembershipTable
  where DeploymentId = @DeploymentId and IAmAliveTime < @IAmAliveTime and Status <> 3
$q$);

-- Grain storage: one row per grain and state name. A grain without a key extension has the empty one, so that the key can be unique.

create table OrleansStorage (
  GrainIdHash int not null,
  GrainIdN0 bigint not null,
  GrainIdN1 bigint not null,
  GrainTypeHash int not null,
  GrainTypeString varchar(512) not null,
  GrainIdExtensionString varchar(512) not null default '',
  ServiceId varchar(150) not null,
  PayloadBinary bytea,
  ModifiedOn timestamptz not null default now(),
  Version int not null,
  primary key (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainTypeString, ServiceId)
) with (fillfactor = 70);

insert into OrleansQuery (QueryKey, QueryText) values
('ReadFromStorageKey', $q$
  select PayloadBinary, Version
  from OrleansStorage
  where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
    and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '') and GrainTypeString = @GrainTypeString and ServiceId = @ServiceId
$q$),
-- Answers the new version; the one that was sent (or null) says that somebody else wrote first.
('WriteToStorageKey', $q$
  with made as (
    insert into OrleansStorage
      (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, Version)
    select @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, coalesce(@GrainIdExtensionString, ''), @ServiceId, @PayloadBinary, 1
    where @GrainStateVersion is null
    on conflict do nothing
    returning Version),
  changed as (
    update OrleansStorage
    set PayloadBinary = @PayloadBinary, ModifiedOn = now(), Version = Version + 1
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
      and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '') and GrainTypeString = @GrainTypeString and ServiceId = @ServiceId
      and Version = @GrainStateVersion
    returning Version)
  select coalesce((select Version from made), (select Version from changed), @GrainStateVersion) as NewGrainStateVersion
$q$),
-- Keeps the row, so that its version goes on.
('ClearStorageKey', $q$
  with changed as (
    update OrleansStorage
    set PayloadBinary = null, ModifiedOn = now(), Version = Version + 1
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
      and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '') and GrainTypeString = @GrainTypeString and ServiceId = @ServiceId
      and Version = @GrainStateVersion
    returning Version)
  select coalesce((select Version from changed), @GrainStateVersion) as NewGrainStateVersion
$q$),
('DeleteStorageKey', $q$
  with gone as (
    delete from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
      and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '') and GrainTypeString = @GrainTypeString and ServiceId = @ServiceId
      and Version = @GrainStateVersion
    returning Version + 1 as Version)
  select coalesce((select Version from gone), @GrainStateVersion) as NewGrainStateVersion
$q$);
