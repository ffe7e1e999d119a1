import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

const MAX_EARLIER = 200;

export class StreamQuery {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: MAX_EARLIER,
    default: 0,
    required: false,
    description: 'Begins with so many of the latest decisions.',
  })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_EARLIER)
  readonly last: number = 0;
}
