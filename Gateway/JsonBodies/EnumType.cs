using Tocsin.Text;

namespace Tocsin.JsonBodies;

/// <summary>Makes the JSON types of enumerations: their members in camelCase.</summary>
internal static class EnumType
{
    /// <summary>The JSON type of an enumeration.</summary>
    /// <param name="members">The members that may be given; none: all.</param>
    public static EnumType<T> Of<T>(params T[] members)
        where T : struct, Enum =>
        new([.. (members.Length > 0 ? members : Enum.GetValues<T>()).Select(m => (EnumNames.NameOf(m), m))]);
}
