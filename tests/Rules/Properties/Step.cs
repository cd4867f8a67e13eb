using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Units;

namespace Tocsin.Tests.Rules.Properties;

/// <summary>One command to the centre, by somebody, some time after the one before.</summary>
internal sealed record Step(object Target, object Command, Actor Actor, int PauseSeconds)
{
    /// <summary>The command without the number of the assignment that it may be for.</summary>
    public object Bare => Command is ForAssignment { Command: var bare } ? bare : Command;

    public Decision Run(Centre centre) => (Target, Command) switch
    {
        (IncidentId id, IncidentCommand c) => centre.Do(id, c, Actor),
        (UnitId id, UnitCommand c) => centre.Do(id, c, Actor),
        (CallId id, CallCommand c) => centre.Do(id, c, Actor),
        _ => throw new InvalidOperationException(),
    };
}
