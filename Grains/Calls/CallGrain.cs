using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Calls;

/// <summary>One call: a thin shell round <see cref="CallRules"/>.</summary>
[Reentrant, GrainType("call")]
internal sealed class CallGrain(StreamHost host) : StreamGrain(host, StreamKind.Call), ICallGrain, ICallStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(CallCommand command, CommandContext context)
    {
        var id = CallId.Of(this.GetPrimaryKeyString());
        return RunAsync(new CommandPlan(
            command,
            context,
            world => CallRules.Streams(id, command, world),
            (world, facts) => CallRules.Decide(id, command, world, facts)));
    }

    /// <inheritdoc/>
    private protected override CommandPlan? Firing(CommandContext context)
    {
        var id = CallId.Of(this.GetPrimaryKeyString());
        return new CommandPlan(FireCallClock.Instance, context, _ => [id.Stream], (world, facts) => CallRules.Decide(id, FireCallClock.Instance, world, facts));
    }
}
