using Tocsin.Journal;

namespace Tocsin.Deciding;

/// <summary>The narrow rows that an append shall write.</summary>
public sealed class NarrowRows
{
    /// <summary>Rows of incidents.</summary>
    public List<IncidentRow> Incidents { get; } = [];

    /// <summary>Rows of assignments.</summary>
    public List<ResponseRow> Responses { get; } = [];

    /// <summary>Rows of calls.</summary>
    public List<CallRow> Calls { get; } = [];
}
