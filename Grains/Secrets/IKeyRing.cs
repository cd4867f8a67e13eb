namespace Tocsin.Secrets;

/// <summary>
/// The keys of the deployment. All are derived from one secret (HKDF-SHA256, with the purpose as info), so all silos of a cluster have the
/// same keys.
/// </summary>
public interface IKeyRing
{
    /// <summary>The 32-byte key for a purpose; see <see cref="KeyPurpose"/>.</summary>
    byte[] KeyFor(string purpose);
}
