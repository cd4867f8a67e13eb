using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>How one incident relates to another.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LinkRelation>))]
public enum LinkRelation
{
    /// <summary>This one is a duplicate of the other.</summary>
    DuplicateOf = 0,

    /// <summary>They have to do with each other.</summary>
    RelatedTo = 1,

    /// <summary>The other one is a duplicate of this one: the far side of <see cref="DuplicateOf"/>, never given by a caller.</summary>
    HasDuplicate = 2,
}
