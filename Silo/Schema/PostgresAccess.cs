using System.Reflection;
using Npgsql;

namespace Tocsin.Schema;

/// <summary>Who may do what with the tables: granted anew by whoever migrates, so that what a migration adds is not forgotten.</summary>
internal static class PostgresAccess
{
    private const string Others = "Tocsin.Schema.Access.others.sql";

    /// <summary>
    /// Grants the silos' account what it needs, and the accounts of <c>ops/postgres/roles.sql</c> that are there what they need.
    /// </summary>
    public static async Task GrantAsync(NpgsqlConnection connection, string silo, CancellationToken cancellation)
    {
        var role = string.Concat("\"", silo.Replace("\"", "\"\"", StringComparison.Ordinal), "\"");
        await using var command = new NpgsqlCommand(
            $"""
            grant usage on schema public to {role};
            grant select, insert, update, delete on all tables in schema public to {role};
            grant execute on all routines in schema public to {role};
            -- What is written there stays, and what the schema is, others say.
            revoke update, delete on journal, seal, deployment_secret from {role};
            revoke update on access from {role};
            revoke insert, update, delete on erasure from {role};
            revoke delete on access_span, access_source from {role};
            revoke insert, update, delete on schema_version, orleansquery from {role};
            """,
            connection);
        await command.ExecuteNonQueryAsync(cancellation);
        await using var others = new NpgsqlCommand(await ReadAsync(cancellation), connection);
        await others.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<string> ReadAsync(CancellationToken cancellation)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Others)!);
        return await reader.ReadToEndAsync(cancellation);
    }
}
