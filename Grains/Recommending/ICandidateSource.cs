namespace Tocsin.Recommending;

/// <summary>Where the recommender has its picture from.</summary>
internal interface ICandidateSource
{
    /// <summary>The newest picture.</summary>
    ValueTask<DutyPicture> LookAsync();
}
