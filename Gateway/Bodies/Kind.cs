using System.Text.Json;
using Microsoft.OpenApi;

namespace Tocsin.Bodies;

/// <summary>
/// A kind of JSON value: how it is read strictly, and how OpenAPI describes it. One description serves both, so that they cannot differ.
/// </summary>
/// <typeparam name="T">What it becomes.</typeparam>
internal abstract class Kind<T>
{
    /// <summary>
    /// Reads the value at which the reader stands, and leaves the reader on the value's last token whatever is wrong with it.
    /// </summary>
    /// <returns>Whether it is good; if not, <paramref name="errors"/> says why.</returns>
    public abstract bool Read(ref Utf8JsonReader reader, FieldErrors errors, out T value);

    /// <summary>The value's schema.</summary>
    public abstract OpenApiSchema Schema();

    /// <summary>Passes over a value of the wrong type.</summary>
    /// <returns>False.</returns>
    protected static bool WrongType(ref Utf8JsonReader reader, FieldErrors errors, string expected)
    {
        ArgumentNullException.ThrowIfNull(errors);
        errors.Add(ErrorCodes.WrongType, $"must be {expected}");
        reader.Skip();
        return false;
    }
}
