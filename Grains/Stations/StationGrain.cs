using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Streams;

namespace Tocsin.Stations;

/// <summary>The activation of one station. <see cref="StationCases"/> says what its commands do.</summary>
[Reentrant, GrainType("station")]
internal sealed class StationGrain(StreamHost host, IJournalQueries queries)
    : StreamGrain(host, StreamKind.Station), IStationGrain, IStationStream
{
    private readonly StationRetirement _retirement = new(queries);

    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(StationCommand command, CommandContext context) => command switch
    {
        RetireStation retiring => RetireAsync(retiring, null, context),
        RegisterBody body when body.Station.Retired is not null || body.Station.Successor.IsSet =>
            RetireAsync(body.Station, body, context),
        _ => RunAsync(command, context),
    };

    private Task<CommandAnswer> RetireAsync(RetireStation retiring, RegisterBody? body, CommandContext context) => _retirement.RunAsync(
        StationId.Of(this.GetPrimaryKeyString()), retiring, context, (step, of) => RunAsync(step with { Body = body }, of));
}
