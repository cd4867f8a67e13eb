using Tocsin.Hosting;
using Tocsin.Secrets;
using Tocsin.Settings;

namespace Tocsin.Auditing;

/// <summary>Finds the keys of the audit: they follow from the secret of the silos, which is read and never made.</summary>
internal static class AuditKeys
{
    /// <summary>The keys; null when there is no secret yet.</summary>
    /// <exception cref="MisconfigurationException">The file that the configuration names cannot be used.</exception>
    public static async Task<IKeyRing?> FindAsync(TocsinSettings settings)
    {
        var secret = settings switch
        {
            { SecretFile: { } file } => SecretFile.Read(file),
            { Mode: RunMode.Embedded } => OwnFile(Path.Combine(settings.DataDirectory, SecretFile.EmbeddedName)),
            _ => await DatabaseSecret.FindAsync(settings.ConnectionString),
        };
        return secret is null ? null : new DerivedKeyRing(secret);
    }

    private static byte[]? OwnFile(string path) => File.Exists(path) ? SecretFile.Read(path) : null;
}
