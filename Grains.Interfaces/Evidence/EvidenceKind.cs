using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Evidence;

/// <summary>What a piece of evidence is. The words stand in requests and events.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<EvidenceKind>))]
public enum EvidenceKind
{
    /// <summary>The recording of a call.</summary>
    CallRecording = 0,

    /// <summary>A recording of an officer's camera.</summary>
    BodyCamera = 1,

    /// <summary>A recording of another camera.</summary>
    Video = 2,

    /// <summary>A photograph, by whomever.</summary>
    Photo = 3,

    /// <summary>A document or its scan.</summary>
    Document = 4,
}
