using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Quality;

/// <summary>What a caller thinks of what was done. The words stand in events.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Satisfaction>))]
public enum Satisfaction
{
    /// <summary>The caller is satisfied.</summary>
    Satisfied = 0,

    /// <summary>The caller is fairly satisfied.</summary>
    Fairly = 1,

    /// <summary>The caller is dissatisfied: something is to be put right.</summary>
    Dissatisfied = 2,
}
