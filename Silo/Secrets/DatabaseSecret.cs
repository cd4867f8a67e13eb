using System.Security.Cryptography;
using Npgsql;

namespace Tocsin.Secrets;

/// <summary>
/// The secret of a cluster that has no <c>Tocsin:SecretFile</c>: made by the first silo, kept in the database. All silos share it, but
/// anybody who can rewrite the database can forge seals with it: production sets <c>Tocsin:SecretFile</c>.
/// </summary>
internal static class DatabaseSecret
{
    /// <summary>Reads the secret; makes it when there is none.</summary>
    public static async Task<byte[]> ReadOrMakeAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var make = new NpgsqlCommand("insert into deployment_secret (secret) values ($1) on conflict do nothing", connection)
        {
            Parameters = { new NpgsqlParameter<byte[]> { TypedValue = RandomNumberGenerator.GetBytes(DerivedKeyRing.MinSecretBytes) } },
        };
        await make.ExecuteNonQueryAsync();
        return (await FindAsync(connection))!;
    }

    /// <summary>Reads it; null when there is none.</summary>
    public static async Task<byte[]?> FindAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return await FindAsync(connection);
    }

    private static async Task<byte[]?> FindAsync(NpgsqlConnection connection)
    {
        await using var read = new NpgsqlCommand("select secret from deployment_secret", connection);
        return (byte[]?)await read.ExecuteScalarAsync();
    }
}
