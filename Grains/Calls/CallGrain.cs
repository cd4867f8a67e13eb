using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Calls;

/// <summary>The activation of one call. <see cref="CallCases"/> says what its commands do.</summary>
[Reentrant, GrainType("call")]
internal sealed class CallGrain(StreamHost host) : StreamGrain(host, StreamKind.Call), ICallGrain, ICallStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(CallCommand command, CommandContext context) => RunAsync(command, context);
}
