using Tocsin.Calls;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Policies;
using Tocsin.RunCards;
using Tocsin.Stations;
using Tocsin.Units;

namespace Tocsin.Deciding;

/// <summary>The state of a stream before its first event.</summary>
public static class StreamStates
{
    /// <summary>The state that every stream of that kind begins with.</summary>
    public static IStreamState Initial(StreamId stream) => stream.Kind switch
    {
        StreamKind.Incident => IncidentState.Initial(IncidentId.Of(stream.Id)),
        StreamKind.Unit => UnitState.Initial(UnitId.Of(stream.Id)),
        StreamKind.Call => CallState.Initial(CallId.Of(stream.Id)),
        StreamKind.Station => StationState.Initial(StationId.Of(stream.Id)),
        StreamKind.Policy => PolicyState.Initial(PolicyId.Of(stream.Id)),
        StreamKind.Setting => new SettingState(stream.Id, 0),
        StreamKind.RunCard => RunCardState.Initial(RunCardId.Of(stream.Id)),
        _ => throw new ArgumentOutOfRangeException(nameof(stream)),
    };
}
