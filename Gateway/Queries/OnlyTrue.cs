namespace Tocsin.Queries;

/// <summary>The one word of a parameter that restricts a list when it is given: <c>true</c>.</summary>
internal enum OnlyTrue
{
    /// <summary>It restricts the list.</summary>
    True,
}
