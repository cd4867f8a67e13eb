namespace Tocsin.Incidents;

/// <summary>The values of <c>GET /incidents?status=</c>.</summary>
internal enum OpenFilter
{
    /// <summary>Open incidents: the default.</summary>
    Open = 0,

    /// <summary>Closed incidents.</summary>
    Closed = 1,

    /// <summary>All incidents.</summary>
    All = 2,
}
