using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Tocsin.Bearers;

/// <summary>
/// Checks each call to a grain of this silo: one of a silo passes; one of a gateway that acts for somebody passes with that person's token,
/// which is judged once and known by its digest from then on. So a gateway can speak only for who signed in at it.
/// </summary>
internal sealed partial class BearerCheck(
    MemberProof proof,
    KnownTokens known,
    ITokenJudge judge,
    BearerDemand demand,
    BearerMetrics metrics,
    TimeProvider time,
    ILogger<BearerCheck> logger) : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<BearerFault, long> _logged = new();

    /// <inheritdoc/>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        var origin = RequestContext.Get(CallOrigin.Key) as string;
        var check = proof.IsIn(origin) ? ValueTask.CompletedTask : CheckAsync(context, origin);
        return check.IsCompletedSuccessfully ? PassAsync(context) : WaitAsync(context, check);
    }

    // What the call said of itself goes no further: what the grain calls is called by this silo.
    private static Task PassAsync(IIncomingGrainCallContext context)
    {
        RequestContext.Remove(CallOrigin.Key);
        RequestContext.Remove(CallOrigin.TokenKey);
        return context.Invoke();
    }

    private static async Task WaitAsync(IIncomingGrainCallContext context, ValueTask check)
    {
        await check;
        await PassAsync(context);
    }

    private ValueTask CheckAsync(IIncomingGrainCallContext context, string? origin)
    {
        var rule = CallRule.Of(context.Request);
        if (rule.Kind == CallKind.OfOrleans)
            return ValueTask.CompletedTask;
        if (!demand.IsBinding)
            Serve(origin);
        else if (origin is null)
            throw Refuse(context, BearerFault.NoToken);
        else if (rule.Kind == CallKind.ForSilos)
            throw Refuse(context, BearerFault.NotForGateways);
        else if (rule.Kind != CallKind.ForGateways)
            return CheckTokenAsync(context, rule, origin);
        return ValueTask.CompletedTask;
    }

    // A silo or a gateway of before may be there. Neither says where a call comes from, and such a silo hands on what a gateway said of
    // another call.
    private void Serve(string? origin)
    {
        if (origin is null)
            demand.Unmarked();
        metrics.Unchecked();
    }

    private ValueTask CheckTokenAsync(IIncomingGrainCallContext context, CallRule rule, string digest)
    {
        if (known.Find(digest) is not { } claims)
            return LearnAsync(context, rule, digest, RequestContext.Get(CallOrigin.TokenKey) as string);
        Require(context, rule, claims);
        return ValueTask.CompletedTask;
    }

    private async ValueTask LearnAsync(IIncomingGrainCallContext context, CallRule rule, string digest, string? token)
    {
        if (digest == CallOrigin.Nobody)
            throw Refuse(context, BearerFault.NoToken);
        if (token is null)
            throw new TokenNeededException();
        if (token.Length > BearerLimits.TokenLengthMax || KnownTokens.DigestOf(token) != digest)
            throw Refuse(context, BearerFault.BadToken);
        var judged = await judge.JudgeAsync(token);
        if (judged.Claims is not { } claims)
            throw Refuse(context, judged.Fault);
        known.Remember(digest, claims, judged.Until);
        metrics.Judged();
        Require(context, rule, claims);
    }

    private void Require(IIncomingGrainCallContext context, CallRule rule, TokenClaims claims)
    {
        if (rule.FaultOf(claims, context.Request) is { } fault)
            throw Refuse(context, fault);
    }

    private BearerRefusedException Refuse(IIncomingGrainCallContext context, BearerFault fault)
    {
        metrics.Refused(fault);
        var now = time.GetTimestamp();
        var last = _logged.GetOrAdd(fault, long.MinValue);
        if ((last == long.MinValue || time.GetElapsedTime(last, now) >= BearerLimits.LogInterval) && _logged.TryUpdate(fault, now, last))
            LogRefused(context.InterfaceName, context.MethodName, context.SourceId?.ToString() ?? "nobody", fault);
        return new BearerRefusedException(fault);
    }

    [LoggerMessage(2841, LogLevel.Warning,
        "A call of {Interface}.{Method} by {Source} was refused: {Fault}. Further ones of the next minute are only counted")]
    private partial void LogRefused(string @interface, string method, string source, BearerFault fault);
}
