#!/usr/bin/env bash
# A connection that was disposed keeps its advisory lock until somebody else happens to use it.
#
# One would guess: `await using` on an NpgsqlConnection gives back everything that the session held: its session-level
#   advisory locks, its temporary tables, its settings.
# What happens: with pooling (the default) Dispose sends nothing. The DISCARD ALL is put before the first command of the
#   NEXT user of that physical connection. Until then the session lives and holds the lock, here for as long as watched;
#   opening a connection from the pool does not free it either, only the first command does.
# Seen with: Npgsql 10.0.3, PostgreSQL 15 (Debian 12). Needs: PostgreSQL 15, .NET SDK 10.
# Why it matters: an advisory lock is a handy way to let one silo do a thing (fire clocks, deliver webhooks, seal). The one
#   that stops doing it cleanly still holds it; nobody does it, and no process looks wrong.
# A product must: take transaction-level locks (pg_advisory_xact_lock), or unlock explicitly, or use Pooling=false for the
#   connection that holds a lock.
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

var text = $"Host=127.0.0.1;Port={args[0]};Username=finding;Database=postgres";
Console.WriteLine($"Npgsql {typeof(NpgsqlConnection).Assembly.GetName().Version}");
await using var other = new NpgsqlConnection(text + ";Pooling=false");
await other.OpenAsync();
await using var pool = NpgsqlDataSource.Create(text);

await using (var leader = await pool.OpenConnectionAsync())
{
    await Run(leader, "select pg_advisory_lock(1)");
    await Run(leader, "create temporary table mine (n int)");
}

await Tell("disposed");
await Task.Delay(5000);
await Tell("5 s later");
await using (var next = await pool.OpenConnectionAsync())
{
    await Tell("opened again");
    await Run(next, "select 1");
    await Tell("after its first command");
}

await using (var unpooled = new NpgsqlConnection(text + ";Pooling=false"))
{
    await unpooled.OpenAsync();
    await Run(unpooled, "select pg_advisory_lock(1)");
}

await Task.Delay(500);
await Tell("Pooling=false, disposed");

async Task Tell(string when)
{
    var mine = await Run(other, "select count(*) from pg_class where relname = 'mine'");
    var free = (bool)(await Run(other, "select pg_try_advisory_lock(1)"))!;
    if (free)
        await Run(other, "select pg_advisory_unlock(1)");
    Console.WriteLine($"{when}: lock {(free ? "free" : "held")}, temporary tables {mine}");
}

static async Task<object?> Run(NpgsqlConnection connection, string sql)
{
    await using var command = new NpgsqlCommand(sql, connection);
    return await command.ExecuteScalarAsync();
}
END
cat >expected <<'END'
Npgsql 10.0.3.0
disposed: lock held, temporary tables 1
5 s later: lock held, temporary tables 1
opened again: lock held, temporary tables 1
after its first command: lock free, temporary tables 0
Pooling=false, disposed: lock free, temporary tables 0
END
timeout 110 dotnet run -v q -- "$port" >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
