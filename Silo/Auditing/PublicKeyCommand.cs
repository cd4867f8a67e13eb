using Npgsql;
using Tocsin.Journal.Sealing;
using Tocsin.Settings;

namespace Tocsin.Auditing;

/// <summary>
/// <c>public-key</c>: prints the public half of the key that signs the seals, as PEM, for those who check them without the secret.
/// </summary>
internal static class PublicKeyCommand
{
    /// <summary>Prints it.</summary>
    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        try
        {
            var keys = await AuditKeys.FindSecretAsync(TocsinSettings.Read(configuration))
                ?? throw new CommandException("There is no secret yet: the first start makes it, or Tocsin:SecretFile names it.");
            using var signer = new SealSigner(keys);
            await Console.Out.WriteAsync(signer.PublicPem);
            return 0;
        }
        catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException or ArgumentException)
        {
            throw new CommandException($"ConnectionStrings:Tocsin: the database cannot be used: {e.Message}", e);
        }
    }
}
