namespace Tocsin.Incidents;

/// <summary>The words of <c>GET /incidents?status=</c>.</summary>
internal enum OpenFilter
{
    /// <summary>Open ones: the default.</summary>
    Open = 0,

    /// <summary>Closed ones.</summary>
    Closed = 1,

    /// <summary>All.</summary>
    All = 2,
}
