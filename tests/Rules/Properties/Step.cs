using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Tests.Rules.Properties;

/// <summary>One command to the centre, by somebody, some time after the one before.</summary>
internal sealed record Step(object Target, object Command, Actor Actor, int PauseSeconds)
{
    /// <summary>The command without the number of the assignment that it may be for.</summary>
    public object Bare => Command is ForAssignment { Command: var bare } ? bare : Command;

    public StreamId Stream => Target switch
    {
        IncidentId id => id.Stream,
        UnitId id => id.Stream,
        CallId id => id.Stream,
        DirectiveId id => id.Stream,
        _ => throw new InvalidOperationException($"{Target.GetType().Name} is the id of nothing that a step is given to."),
    };

    /// <summary>Whether it is the system's own command that fires what is due.</summary>
    public bool Fires => Equals(StreamDefinitions.Catalogue.Of(Stream).Firing, Command);

    public Decision Run(Centre centre) => centre.Do(Stream, Command, Actor);
}
