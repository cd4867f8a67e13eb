using Tocsin.Calls;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Policies;
using Tocsin.Stations;
using Tocsin.Streams;
using Tocsin.Units;

namespace Tocsin.Tests.Simulation;

/// <summary>Another stream as a silo sees it: at the other end of the network.</summary>
internal sealed class StreamProxy(Network network, SiloContext caller, StreamId stream)
    : IIncidentStream, IUnitStream, ICallStream, IStationStream, IPolicyStream, ISettingStream, IDirectiveStream
{
    // As IStreamGrain says.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public Task<Prepared> Prepare(CommandId command, TimeSpan wait, int atLeast, Epoch epoch) =>
        network.CallAsync(caller, stream, Patience, grain => grain.Prepare(command, wait, atLeast, epoch));

    public Task Wake(DateTimeOffset dueAt)
    {
        network.Send(stream, grain => grain.Wake(dueAt));
        return Task.CompletedTask;
    }

    public Task Release(CommandId command, IStreamState? state, Epoch epoch)
    {
        network.Send(stream, grain => grain.Release(command, state, epoch));
        return Task.CompletedTask;
    }
}
