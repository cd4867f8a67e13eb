namespace Tocsin.Bearers;

/// <summary>Says in each call of this process to a silo that it comes from one. What goes to a client never carries it.</summary>
internal sealed class MemberProving(MemberProof proof) : IOutgoingGrainCallFilter
{
    // Orleans copies the entries of the one who calls into the message, and takes them back when this has returned: the proof is in
    // nobody's hands but while the message is made.
    /// <inheritdoc/>
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (context.TargetId.IsClient())
            RequestContext.Remove(CallOrigin.Key);
        else
            RequestContext.Set(CallOrigin.Key, proof.Value);
        return context.Invoke();
    }
}
