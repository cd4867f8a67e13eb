#!/usr/bin/env bash
# A commit that gave up waiting for its synchronous standby is reported as a success.
#
# One would guess: with synchronous_standby_names set and the standby gone, a command that runs into a time-out or is
#   cancelled ends in an exception, and whoever gets no exception has his row on two machines.
# What happens: PostgreSQL has committed locally by then. A cancel only ends the wait: the server sends a WARNING and
#   then an ordinary "done". Npgsql returns normally after its Command Timeout, for a statement, for CommitAsync and for
#   a CancellationToken alike. statement_timeout does not limit the commit of a plain statement (it waits for ever), but
#   does limit the COMMIT inside a procedure, and ends it as a success. A backend that is terminated does give an error,
#   but its row is there for all to see: who asks "is my command there?" is told yes.
# Seen with: Npgsql 10.0.3, PostgreSQL 15 (Debian 12). Needs: PostgreSQL 15, .NET SDK 10.
# Why it matters: an assignment is acknowledged, the primary dies, the standby is promoted, and nobody was sent.
# A product must: not take "no exception" for "on the standby". Look at pg_stat_replication, or listen for the WARNING
#   (NpgsqlConnection.Notice) and treat it as outcome unknown; before it answers "repeated" or "seen", let one small
#   write commit after it without being cut short: once that one is replicated, all before it are.
set -euo pipefail
work=$(mktemp -d)
chmod 755 "$work"
bin=$(ls -d /usr/lib/postgresql/15/bin)
port=$((20000 + RANDOM % 12000))
as_pg() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
trap 'as_pg "$bin/pg_ctl" -D "$work/pg" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
if [ "$(id -u)" -eq 0 ]; then chown postgres "$work"; fi
as_pg "$bin/initdb" -D "$work/pg" -U finding -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
as_pg "$bin/pg_ctl" -D "$work/pg" -w -l "$work/pg.log" -o "-p $port -k $work -c listen_addresses=127.0.0.1" start >/dev/null

mkdir "$work/app" && cd "$work/app"
cat >app.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="Npgsql" Version="[10.0.3]" /></ItemGroup>
</Project>
END
cat >Program.cs <<'END'
using Npgsql;

var connection = $"Host=127.0.0.1;Port={args[0]};Username=finding;Database=postgres;Command Timeout=2";
await using var source = NpgsqlDataSource.Create(connection);
await using var limited = NpgsqlDataSource.Create(connection.Replace("Timeout=2", "Timeout=20") + ";Options=-c statement_timeout=1000");
await Run(source, "create table job (n int)");
await Run(source, "create procedure append(n int) language plpgsql as $$ begin insert into job values (n); commit; end $$");
await Run(source, "alter system set synchronous_standby_names = 'gone'");
await Run(source, "select pg_reload_conf()");
await Task.Delay(1000);

Console.WriteLine($"Npgsql {typeof(NpgsqlConnection).Assembly.GetName().Version}");
await Try("insert, Command Timeout 2 s", () => Run(source, "insert into job values (1)"));
await Try("CommitAsync, Command Timeout 2 s", () => Commit(source, 2, default));
await Try("CommitAsync, token after 1 s", () => Commit(source, 3, new CancellationTokenSource(1000).Token));
await Try("CALL that commits inside, statement_timeout 1 s", () => Call(limited, 4));
var killed = Try("insert whose backend is terminated", () => Run(limited, "insert into job values (5)"));
await Task.Delay(3000);
Console.WriteLine($"insert, statement_timeout 1 s, after 3 s: {(killed.IsCompleted ? "over" : "still waits")}");
await Run(source, "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'");
await killed;
Console.WriteLine($"standbys: {await Run(source, "select count(*) from pg_stat_replication")}");
Console.WriteLine($"rows that everybody sees: {await Run(source, "select string_agg(n::text, ' ' order by n) from job")}");

static async Task Commit(NpgsqlDataSource source, int n, CancellationToken cancellation)
{
    await using var connection = await source.OpenConnectionAsync(CancellationToken.None);
    await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
    await new NpgsqlCommand($"insert into job values ({n})", connection).ExecuteNonQueryAsync(CancellationToken.None);
    await transaction.CommitAsync(cancellation);
}

static async Task Call(NpgsqlDataSource source, int n)
{
    await using var connection = await source.OpenConnectionAsync();
    connection.Notice += (_, e) => Console.WriteLine($"{e.Notice.Severity}: {e.Notice.MessageText}");
    await new NpgsqlCommand($"call append({n})", connection).ExecuteNonQueryAsync();
}

static async Task<object?> Run(NpgsqlDataSource source, string sql)
{
    await using var command = source.CreateCommand(sql);
    return await command.ExecuteScalarAsync();
}

static async Task Try(string what, Func<Task> work)
{
    try
    {
        await work().WaitAsync(TimeSpan.FromSeconds(15));
        Console.WriteLine($"{what}: no exception");
    }
    catch (Exception e)
    {
        Console.WriteLine($"{what}: {(e is NpgsqlException ? "an exception" : e.GetType().Name)}");
    }
}
END
cat >expected <<'END'
Npgsql 10.0.3.0
insert, Command Timeout 2 s: no exception
CommitAsync, Command Timeout 2 s: no exception
CommitAsync, token after 1 s: no exception
WARNING: canceling wait for synchronous replication due to user request
CALL that commits inside, statement_timeout 1 s: no exception
insert, statement_timeout 1 s, after 3 s: still waits
insert whose backend is terminated: an exception
standbys: 0
rows that everybody sees: 1 2 3 4 5
END
timeout 110 dotnet run -v q -- "$port" >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
