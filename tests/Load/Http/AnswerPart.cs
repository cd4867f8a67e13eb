namespace Tocsin.Tests.Load.Http;

/// <summary>
/// What of a good answer is read; the rest is taken off the wire and dropped, since a generator that reads everything measures itself.
/// </summary>
public enum AnswerPart
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>The thing's <c>id</c>.</summary>
    Id,

    /// <summary>Each <c>unitId</c>: who is recommended, which positions were rejected.</summary>
    UnitIds,

    /// <summary>Each <c>incidentId</c>: what may be the same event.</summary>
    IncidentIds,
}
