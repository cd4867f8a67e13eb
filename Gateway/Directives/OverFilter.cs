namespace Tocsin.Directives;

/// <summary>The values of <c>GET /directives?status=</c>.</summary>
internal enum OverFilter
{
    /// <summary>Open directives: the default.</summary>
    Open = 0,

    /// <summary>Directives that are concluded, refused or withdrawn.</summary>
    Over = 1,

    /// <summary>All directives.</summary>
    All = 2,
}
