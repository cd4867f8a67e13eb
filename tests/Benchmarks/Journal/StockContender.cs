using Orleans.Storage;
using Tocsin.Tests.Support.Providers;

namespace Tocsin.Tests.Benchmarks.Journal;

/// <summary>
/// Orleans' ADO.NET grain storage as it is: one <c>WriteStateAsync</c> per transition, on a table of the shape that its own scripts make
/// (no unique key; an index on the two hashes; the write a PL/pgSQL function), with Npgsql's default pool.
/// </summary>
internal sealed class StockContender : IAsyncDisposable
{
    private const string Schema = """
        create table OrleansQuery (QueryKey varchar(64) primary key, QueryText varchar(8000) not null);
        create table OrleansStorage (
          GrainIdHash int not null, GrainIdN0 bigint not null, GrainIdN1 bigint not null, GrainTypeHash int not null,
          GrainTypeString varchar(512) not null, GrainIdExtensionString varchar(512), ServiceId varchar(150) not null,
          PayloadBinary bytea, ModifiedOn timestamp not null, Version int);
        create index on OrleansStorage (GrainIdHash, GrainTypeHash);
        create function stock_write(h int, n0 bigint, n1 bigint, th int, ts varchar, x varchar, s varchar, v int, p bytea)
        returns table (version_now int) language plpgsql as $f$
        declare
          changed int := 0;
        begin
          if v is not null then
            update OrleansStorage set PayloadBinary = p, ModifiedOn = now() at time zone 'utc', Version = Version + 1
            where GrainIdHash = h and GrainTypeHash = th and GrainIdN0 = n0 and GrainIdN1 = n1 and GrainTypeString = ts
              and GrainIdExtensionString is not distinct from x and ServiceId = s and Version = v;
            get diagnostics changed = row_count;
            return query select case when changed > 0 then v + 1 else v end;
          else
            insert into OrleansStorage
            select h, n0, n1, th, ts, x, s, p, now() at time zone 'utc', 1
            where not exists (select from OrleansStorage where GrainIdHash = h and GrainTypeHash = th and GrainIdN0 = n0 and GrainIdN1 = n1
              and GrainTypeString = ts and GrainIdExtensionString is not distinct from x and ServiceId = s);
            get diagnostics changed = row_count;
            return query select case when changed > 0 then 1 end;
          end if;
        end $f$;
        insert into OrleansQuery values
        ('WriteToStorageKey', 'select version_now as NewGrainStateVersion from stock_write(@GrainIdHash, @GrainIdN0, @GrainIdN1,
          @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @GrainStateVersion, @PayloadBinary)'),
        ('ReadFromStorageKey', 'select PayloadBinary, Version from OrleansStorage
          where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
            and GrainTypeString = @GrainTypeString and GrainIdExtensionString is not distinct from @GrainIdExtensionString
            and ServiceId = @ServiceId'),
        ('ClearStorageKey', 'select null::int'),
        ('DeleteStorageKey', 'select null::int');
        """;

    private readonly IGrainStorage _storage;
    private readonly List<(GrainId Id, GrainState<State> State)> _grains = [];

    private StockContender(IGrainStorage storage) => _storage = storage;

    public static async Task<StockContender> PrepareAsync(Arena arena)
    {
        var connection = await arena.Server.CreateDatabaseAsync();
        await Arena.ScalarAsync(connection, Schema);
        return new StockContender(await AdoNetProviders.StorageAsync("Npgsql", connection));
    }

    public async Task<Score> RunAsync(int workers, TimeSpan time, CancellationToken cancellation)
    {
        while (_grains.Count < workers)
        {
            var grain = (
                GrainId.Create("incident", Guid.NewGuid().ToString("N")), new GrainState<State>(new State { View = Material.View(0) }));
            await _storage.WriteStateAsync("incident", grain.Item1, grain.Item2);
            _grains.Add(grain);
        }

        var (latency, elapsed) = await InFlight.RunAsync(
            workers,
            time,
            async worker =>
            {
                var (id, state) = _grains[worker];
                state.State!.View = Material.View(++state.State.Version);
                await _storage.WriteStateAsync("incident", id, state);
            },
            cancellation);
        return Score.Of(latency, elapsed, 1);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class State
    {
        public int Version { get; set; }

        public string View { get; set; } = "";
    }
}
