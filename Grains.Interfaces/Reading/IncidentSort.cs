namespace Tocsin.Reading;

/// <summary>The order of a list of incidents.</summary>
public enum IncidentSort
{
    /// <summary>Newest received first.</summary>
    Received = 0,

    /// <summary>Priority 1 first, then newest received first.</summary>
    Priority = 1,

    /// <summary>What is late first, the longest late of all at the top; then the rest, newest received first.</summary>
    Late = 2,
}
