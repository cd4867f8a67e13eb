namespace Tocsin.Secrets;

/// <summary>
/// The deployment's keys, all derived from one secret (HKDF-SHA256 with the purpose as info): the silos of a cluster have the same.
/// </summary>
public interface IKeyRing
{
    /// <summary>The 32-byte key for a purpose; see <see cref="KeyPurpose"/>.</summary>
    byte[] KeyFor(string purpose);
}
