using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Bulletins;

/// <summary>The activation of one bulletin. <see cref="BulletinCases"/> says what its commands do.</summary>
[Reentrant, GrainType("bulletin")]
internal sealed class BulletinGrain(StreamHost host) : StreamGrain(host, StreamKind.Bulletin), IBulletinGrain, IBulletinStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(BulletinCommand command, CommandContext context) => RunAsync(command, context);
}
