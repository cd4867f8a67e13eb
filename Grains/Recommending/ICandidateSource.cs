namespace Tocsin.Recommending;

/// <summary>Where the recommender has its picture from.</summary>
internal interface ICandidateSource
{
    /// <summary>The newest picture.</summary>
    /// <exception cref="Journal.JournalUnavailableException">The board is being loaded.</exception>
    DutyPicture Look();
}
