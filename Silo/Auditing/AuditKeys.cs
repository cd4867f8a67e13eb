using Npgsql;
using Tocsin.Hosting;
using Tocsin.Journal.Sealing;
using Tocsin.Secrets;
using Tocsin.Settings;

namespace Tocsin.Auditing;

/// <summary>
/// Finds what the audit checks seals with: the public keys of a file, or all that follows from the secret of the silos, which is read and
/// never made.
/// </summary>
internal static class AuditKeys
{
    /// <summary>The most bytes that are read of a file of public keys.</summary>
    private const int MaxBytes = 64 * 1024;

    /// <summary>The keys; null when there are no public keys, and no secret yet.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="publicKeyFile">The file of the option; null: the configuration says whether there is one.</param>
    /// <exception cref="MisconfigurationException">A file that is named cannot be used.</exception>
    public static async Task<SealKeys?> FindAsync(TocsinSettings settings, string? publicKeyFile)
    {
        if ((publicKeyFile ?? settings.SealPublicKeyFile) is not { } file)
            return await FindSecretAsync(settings) is { } keys ? SealKeys.Of(keys) : null;

        // With public keys, the secret is read only where it is named: who has the public half alone is to need no more.
        var named = settings.SecretFile is { } secret ? new DerivedKeyRing(SecretFile.Read(secret)) : null;
        try
        {
            return SealKeys.Of(Read(file), named);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new MisconfigurationException($"Tocsin:SealPublicKeyFile (--public-key): '{file}' cannot be used: {e.Message}", e);
        }
    }

    /// <summary>The keys that follow from the secret; null when there is none yet, or this account may not read it.</summary>
    public static async Task<IKeyRing?> FindSecretAsync(TocsinSettings settings)
    {
        var secret = settings switch
        {
            { SecretFile: { } file } => SecretFile.Read(file),
            { Mode: RunMode.Embedded } => OwnFile(Path.Combine(settings.DataDirectory, SecretFile.EmbeddedName)),
            _ => await OfDatabaseAsync(settings.ConnectionString),
        };
        return secret is null ? null : new DerivedKeyRing(secret);
    }

    private static byte[]? OwnFile(string path) => File.Exists(path) ? SecretFile.Read(path) : null;

    private static async Task<byte[]?> OfDatabaseAsync(string connectionString)
    {
        try
        {
            return await DatabaseSecret.FindAsync(connectionString);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return null;
        }
    }

    private static string Read(string path)
    {
        using var reader = new StreamReader(path);
        var text = new char[MaxBytes];
        return new string(text, 0, reader.ReadBlock(text));
    }
}
