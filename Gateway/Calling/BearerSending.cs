using Tocsin.Bearers;

namespace Tocsin.Calling;

/// <summary>
/// Says in each call to a silo for whom it is made: by the digest of the token, and by the token itself where the silo does not know it
/// yet.
/// </summary>
internal sealed class BearerSending : IOutgoingGrainCallFilter
{
    /// <inheritdoc/>
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var bearer = Bearer.Current;
        RequestContext.Set(CallOrigin.Key, bearer?.Digest ?? CallOrigin.Nobody);
        try
        {
            await context.Invoke();
        }
        catch (TokenNeededException) when (bearer is not null)
        {
            RequestContext.Set(CallOrigin.TokenKey, bearer.Token);
            await context.Invoke();
        }
    }
}
