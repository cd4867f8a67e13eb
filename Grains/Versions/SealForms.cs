using Tocsin.Journal;
using Tocsin.Journal.Sealing;

namespace Tocsin.Versions;

/// <summary>Seals are signed once every member of the cluster knows signed seals, and by HMAC while one does not.</summary>
internal sealed class SealForms(IClusterReadables readables) : ISealForms
{
    /// <inheritdoc/>
    public async ValueTask<bool> AllKnowSignedAsync() =>
        readables.ReadsAll || (await readables.CommonAsync()).Reads(OwnReadables.SignedSeal, EventFormAttribute.First);
}
