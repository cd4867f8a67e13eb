using Tocsin.Messages;

namespace Tocsin.Units;

/// <summary>What an event does to a unit. Refuses nothing: what stands in the journal stands.</summary>
internal static class UnitFold
{
    /// <summary>The state after one more event.</summary>
    public static UnitState Apply(UnitState state, object happened, DateTimeOffset at) =>
        After(state, happened, at) with { Version = state.Version + 1 };

    private static UnitState After(UnitState s, object happened, DateTimeOffset at) => happened switch
    {
        UnitRegistered e => s with
        {
            CallSign = e.CallSign,
            Kind = e.Kind,
            Station = e.Station,
            Capabilities = [.. e.Capabilities],
            Home = e.Home,
            Visiting = e.Visiting,
            Agency = e.Agency,
        },
        UnitChanged { Changes: var c } => s with
        {
            CallSign = c.CallSign is null ? s.CallSign : c.CallSign.To,
            Kind = c.Kind is null ? s.Kind : c.Kind.To,
            Station = c.Station is null ? s.Station : c.Station.To,
            Capabilities = c.Capabilities is null ? s.Capabilities : [.. c.Capabilities.To],
            Home = c.Home is null ? s.Home : c.Home.To,
            Retired = c.Retired is null ? s.Retired : c.Retired.To,
            Agency = c.Agency is null ? s.Agency : c.Agency.To,
        },
        DutyStarted e => s with { OnDuty = true, Crew = [.. e.Crew] },
        DutyEnded => s with { OnDuty = false, Crew = [], OutOfService = null, Retired = s.Retired || s.Visiting },
        OutOfService e => s with { OutOfService = e.Reason },
        BackInService => s with { OutOfService = null },
        Assigned e => s with { IncidentId = e.IncidentId, Stage = e.Stage },
        Progressed e when e.IncidentId == s.IncidentId => s with { Stage = e.Stage },
        Released e when e.IncidentId == s.IncidentId => s with { IncidentId = null, Stage = null },
        MessageSent e => s with { Messages = s.Messages.Sent(new KeptMessage(e.MessageId, e.To, Parties.Of(e.From), [])) },
        MessageRead e => s with { Messages = s.Messages.Read(e.MessageId, Parties.Of(e.By)) },
        PanicRaised { Again: false } e => s with { PanicIncidentId = e.IncidentId, PanicAt = at },
        PanicEnded e when e.IncidentId == s.PanicIncidentId => s with { PanicIncidentId = null, PanicAt = default },
        _ => s,
    };
}
