using Tocsin.Calls;
using Tocsin.Directives;
using Tocsin.Distress;
using Tocsin.Incidents;
using Tocsin.Operations;
using Tocsin.Policies;
using Tocsin.Quality;
using Tocsin.Retiring;
using Tocsin.RunCards;
using Tocsin.Stations;
using Tocsin.StreamKinds;
using Tocsin.Units;

namespace Tocsin.Hosting;

/// <summary>All kinds of streams. One line registers a kind.</summary>
internal static class StreamDefinitions
{
    /// <summary>The kinds, in the order of their numbers.</summary>
    public static StreamCatalogue Catalogue { get; } = new(
    [
        IncidentDefinition.With(HandleFollowing.Of, [.. OperationCases.All, .. QualityCases.OfIncidents]),
        UnitDefinition.With(PanicCase.Value),
        CallDefinition.With(QualityCases.OfCalls),
        StationDefinition.With(RetirementCases.All),
        PolicyDefinition.Value,
        SettingDefinition.Value,
        RunCardDefinition.Value,
        DirectiveDefinition.Value,
    ]);
}
